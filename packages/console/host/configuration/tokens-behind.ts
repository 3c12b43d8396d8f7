/** PURE: what is hidden of a text of settings behind its first error, where nobody knows any more what stands where. */
import { createScanner } from 'jsonc-parser'
import { insideComment, isSecretName, type Harmless, type HoldsKnown, type Span } from './raw-spans.ts'

/** `SyntaxKind`: the parser's own is one that only its compiler can read. */
const [COLON, STRING, NUMBER, LINE_COMMENT, BLOCK_COMMENT, LINE_BREAK, BLANK, UNKNOWN, END] = [
  6, 10, 11, 12, 13, 14, 15, 16, 17,
]
/** Braces, commas, numbers and so on: a name may follow, and a text only behind a value. */
const BEFORE_NAMES = new Set<number>([1, 2, 4, 5, 7, 8, 9, 11])

/** Nothing is known of what stands there: names are shown, values are not. */
export function tokensBehind(
  text: string,
  brokenAt: number,
  { isReferenceAt, holdsKnown }: Harmless,
): Span[] {
  const spans: Span[] = []
  const scanner = createScanner(text, false)
  /** The two tokens before this one. */
  let before: number[] = []
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    if (kind === LINE_BREAK || kind === BLANK) continue
    const from = scanner.getTokenOffset()
    const length = scanner.getTokenLength()
    const isComment = kind === LINE_COMMENT || kind === BLOCK_COMMENT
    if (from >= brokenAt && !isReferenceAt(from, length)) {
      if (isComment) for (const line of insideComment(text, from, length)) spans.push(line)
      if (kind === UNKNOWN || kind === NUMBER) spans.push({ from, to: from + length })
      if (kind === STRING && !(mayBeName(before) && isPlainName(text, from, length, holdsKnown)))
        spans.push(insideQuotes(text, from, length))
    }
    if (!isComment) before = [kind, ...before.slice(0, 1)]
  }
  return spans
}

const mayBeName = ([last = END, other]: readonly number[]) =>
  BEFORE_NAMES.has(last) || (last === STRING && other === COLON)

function isPlainName(text: string, from: number, length: number, holdsKnown: HoldsKnown): boolean {
  const name = text.slice(from + 1, from + length - 1)
  return (
    /^\s{0,20}:/.test(text.slice(from + length, from + length + 21)) &&
    /^[\w$.@/* -]{1,60}$/.test(name) &&
    !isSecretName(name, holdsKnown)
  )
}

/** One that does not end has no last quote. */
const insideQuotes = (text: string, from: number, length: number): Span => {
  const isClosed = length > 1 && text[from + length - 1] === '"'
  return { from: from + 1, to: from + length - (isClosed ? 1 : 0) }
}
