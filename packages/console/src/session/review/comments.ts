/** Comments on changed lines. Each becomes a piece of the prompt at once; it is there as long as that piece is. */
import { createSignal } from 'solid-js'
import type { LineRange } from '../../code/diff/line-range.ts'
import { keyOf } from '../../store/session-key.ts'
import type { SessionRef } from '../../store/types.ts'
import { useDraft } from '../composer/draft/drafts.ts'
import { commentBlock, withBlock, withoutBlock } from './comment-text.ts'

export interface Comment {
  path: string
  range: LineRange
  text: string
  /** As it stands in the prompt. */
  block: string
}

const [all, setAll] = createSignal<Readonly<Record<string, readonly Comment[]>>>({})

/** One that is being written. It outlives the lines that it stands among, as a draft does. */
export interface Unfinished {
  range: LineRange
  code: string
  text: string
}

const [unfinished, setUnfinished] = createSignal<Readonly<Record<string, Unfinished | undefined>>>({})

/** Those that are in the session's prompt now. Reactive. */
export function commentsOf(ref: SessionRef): Comment[] {
  const text = useDraft(ref).text()
  return (all()[keyOf(ref)] ?? []).filter(({ block }) => text.includes(block))
}

export function addComment(
  ref: SessionRef,
  comment: { path: string; range: LineRange; code: string; text: string },
): void {
  const block = commentBlock(comment)
  const { path, range, text } = comment
  setAll((before) => ({ ...before, [keyOf(ref)]: [...commentsOf(ref), { path, range, text, block }] }))
  useDraft(ref).change((draft) => withBlock(draft, block))
}

export function removeComment(ref: SessionRef, { block }: Comment): void {
  useDraft(ref).change((draft) => withoutBlock(draft, block))
}

/** Of a file. Reactive. */
export const unfinishedOf = (ref: SessionRef, path: string): Unfinished | undefined =>
  unfinished()[`${keyOf(ref)} ${path}`]

export function writeUnfinished(ref: SessionRef, path: string, comment: Unfinished | undefined): void {
  setUnfinished((before) => ({ ...before, [`${keyOf(ref)} ${path}`]: comment }))
}
