/** Pieces of a prompt's text that name files, folders and agents. Pure. */
import type { Mark } from '../../../../shared/unsent.ts'

export const endOf = ({ start, value }: Pick<Mark, 'start' | 'value'>): number => start + value.length

/** A piece of a text that another one takes the place of. UTF-16 units. */
export interface Edit {
  from: number
  to: number
  length: number
}

/**
 * What was done to a text, in one place. `caret`: where it stands now; that tells the one of two equal pieces that was taken out. Without one, or where it
 * does not fit (undo puts it anywhere), the first place that explains it.
 */
export function editOf(before: string, after: string, caret?: number): Edit {
  const shorter = Math.min(before.length, after.length)
  const tail = caret === undefined ? -1 : after.length - caret
  const isAtCaret = tail >= 0 && tail <= shorter && before.endsWith(after.slice(after.length - tail))
  const head = commonHead(before, after, isAtCaret ? shorter - tail : shorter)
  let same = isAtCaret ? tail : 0
  while (same < shorter - head && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1
  return { from: head, to: before.length - same, length: after.length - same - head }
}

function commonHead(before: string, after: string, most: number): number {
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  return head
}

/** The marks that are still in a text after an edit, where they are now: one that was written into is text again. */
export function moveMarks(marks: readonly Mark[], { from, to, length }: Edit): Mark[] {
  return marks.flatMap((mark) => {
    if (endOf(mark) <= from) return [mark]
    if (mark.start >= to) return [{ ...mark, start: mark.start + length - (to - from) }]
    return []
  })
}

/** The text without white space around it, and its marks there. */
export function trimMarked(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const left = text.length - text.trimStart().length
  return {
    text: text.trim(),
    marks: marks
      .filter((mark) => text.slice(mark.start, endOf(mark)) === mark.value)
      .map((mark) => ({ ...mark, start: mark.start - left })),
  }
}

export type TextPiece = { text: string; marked: boolean }

/** The text in pieces, those that name something apart. Places that do not fit, or lie in one another, are left out: anybody may have sent them. */
export function piecesOf(
  text: string,
  marks: readonly { start: number; end: number; value: string }[],
): TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const { start, end, value } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start || text.slice(start, end) !== value) continue
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: value, marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

/** The marks of one text in another: each at the first place where its words stand and none is yet. */
export function findMarks(marks: readonly Mark[], text: string): Mark[] {
  const found = new Map<Mark, Mark>()
  // The words of a short one may begin those of a longer one: `@src/` stands in `@src/auth.ts` too.
  for (const mark of marks.toSorted((a, b) => b.value.length - a.value.length)) {
    const start = freePlace(mark.value, text, [...found.values()])
    if (start >= 0) found.set(mark, { ...mark, start })
  }
  return marks.flatMap((mark) => found.get(mark) ?? [])
}

/** -1: there is none. */
function freePlace(words: string, text: string, taken: readonly Mark[]): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (taken.every((mark) => at >= endOf(mark) || at + words.length <= mark.start)) return at
  return -1
}
