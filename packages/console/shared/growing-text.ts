/**
 * Text that grows by small pieces. V8 keeps it as a chain of them, thirty bytes each, until somebody reads it: a model that writes a letter at a time
 * would cost thirty times its text.
 */

/** `before` and `more` as one text, in one piece whenever it has grown by an eighth: all copies together cost a few times its length. */
export function grown(before: string, more: string): string {
  const text = before + more
  if (before !== '' && eighths(text.length) > eighths(before.length)) onePiece.test(text)
  return text
}

/** The last `length` units, as a copy: a slice would hold on to what it was cut from. */
export function endOf(text: string, length: number): string {
  return JSON.parse(JSON.stringify(text.slice(-length))) as string
}

/** A pattern is matched against one piece, so the chain becomes one; this one ends at once. */
const onePiece = /^/

function eighths(length: number): number {
  return Math.floor(Math.log(Math.max(length, 1024)) / Math.log(9 / 8))
}
