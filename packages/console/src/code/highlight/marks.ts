/**
 * What a worker tells of lines: where each piece ends, and of which kind it is, in numbers that move between threads without a copy. The text
 * stays where it is shown, so that no mark can change a letter of it. Pure.
 */
import { TOKEN_KINDS } from '../token-kinds.ts'
import type { Token, TokenLine } from '../tokeniser.ts'

const KIND_BITS = 4

/** A piece up to `end` (UTF-16 units from the beginning of its line) of the kind with this number; 0: of none. */
export const markOf = (end: number, kind: number): number => (end << KIND_BITS) | kind

/** For each line the number of its marks, then the marks. */
export const packLines = (lines: readonly (readonly number[])[]): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(lines.flatMap((marks) => [marks.length, ...marks]))

export function unpackLines(packed: Uint32Array): Uint32Array[] {
  const lines: Uint32Array[] = []
  for (let at = 0; at < packed.length;) {
    const length = packed[at] ?? 0
    lines.push(packed.subarray(at + 1, at + 1 + length))
    at += 1 + length
  }
  return lines
}

/** The tokens of a line, together always the line itself: what the marks do not reach is plain, and what reaches beyond is cut. */
export function tokensOf(line: string, marks: Uint32Array): TokenLine {
  const tokens: Token[] = []
  let start = 0
  for (const mark of marks) {
    const end = Math.min(mark >>> KIND_BITS, line.length)
    if (end <= start) continue
    tokens.push(tokenOf(line.slice(start, end), mark & ((1 << KIND_BITS) - 1)))
    start = end
  }
  if (start < line.length) tokens.push({ text: line.slice(start) })
  return tokens
}

function tokenOf(text: string, kind: number): Token {
  const name = TOKEN_KINDS[kind - 1]
  return name === undefined ? { text } : { text, kind: name }
}
