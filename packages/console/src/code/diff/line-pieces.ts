/** A line of code in pieces, each of one token and marked or not. Pure. */
import type { TokenLine } from '../tokeniser.ts'
import type { Range } from './word-marks.ts'

export interface LinePiece {
  text: string
  kind?: NonNullable<TokenLine[number]['kind']>
  marked?: true
}

/** Tokens that are not those of the line are left out: what is shown is the text. Together the pieces are `text`. */
export function linePieces(
  text: string,
  tokens: TokenLine | undefined,
  marks: readonly Range[],
): LinePiece[] {
  const known = tokens?.map((token) => token.text).join('') ?? ''
  // A line that is cut shows the beginning of its tokens.
  const spans: TokenLine = tokens && known.startsWith(text) ? tokens : [{ text }]
  const pieces: LinePiece[] = []
  let at = 0
  for (const { text: whole, kind } of spans) {
    const span = whole.slice(0, Math.max(0, text.length - at))
    for (const [from, to, marked] of cuts(at, at + span.length, marks))
      pieces.push({
        text: text.slice(from, to),
        ...(kind && { kind }),
        ...(marked && { marked: true as const }),
      })
    at += span.length
  }
  return pieces
}

/** `from` to `to`, cut where a mark begins or ends. */
function cuts(from: number, to: number, marks: readonly Range[]): [number, number, boolean][] {
  const found: [number, number, boolean][] = []
  let at = from
  const push = (end: number, marked: boolean) => {
    if (end > at) found.push([at, end, marked])
    at = Math.max(at, end)
  }
  for (const [begin, end] of marks) {
    if (end <= at) continue
    if (begin >= to) break
    push(Math.min(begin, to), false)
    push(Math.min(end, to), true)
  }
  push(to, false)
  return found
}
