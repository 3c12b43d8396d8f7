import { createMemo, For, Show } from 'solid-js'
import type { Talk } from '../../code/diff/file-diff.tsx'
import type { LineRange } from '../../code/diff/line-range.ts'
import { announce } from '../../ui/announce.tsx'
import type { ChangedFile } from './changed-file.ts'
import { CommentForm, CommentNote } from './comment-form.tsx'
import {
  addComment,
  commentsOf,
  removeComment,
  unfinishedOf,
  writeUnfinished,
  type Unfinished,
} from './comments.ts'

const lineKey = ({ side, to }: LineRange) => `${side} ${to}`

/** Comments on the lines of one file: the one that is being written, and those that are in the prompt. */
export function createTalk(file: () => ChangedFile): Talk {
  // Not the form's own: it comes and goes with the rows around it.
  const writing = () => unfinishedOf(file().place, file().path)
  const setWriting = (comment: Unfinished | undefined) => writeUnfinished(file().place, file().path, comment)
  const range = createMemo(() => writing()?.range)
  let [isAsked, hadFocus] = [false, false]
  // When it is asked for, and when it comes back where it had it and nothing else has.
  const takesFocus = () => {
    const takes = isAsked || (hadFocus && document.activeElement === document.body)
    isAsked = false
    return takes
  }
  const comments = createMemo(() => commentsOf(file().place).filter(({ path }) => path === file().path))
  const keys = createMemo(() => {
    const picked = range()
    return new Set([...comments().map(({ range }) => lineKey(range)), ...(picked ? [lineKey(picked)] : [])])
  })
  const end = () => setWriting(undefined)
  const add = () => {
    const said = writing()
    if (!said) return
    addComment(file().place, { path: file().path, ...said })
    end()
    announce('Added to the prompt')
  }
  const type = (text: string) => {
    const said = writing()
    if (said) setWriting({ ...said, text })
  }
  const form = (range: LineRange) => (
    <CommentForm
      range={range}
      text={writing()?.text ?? ''}
      takesFocus={takesFocus}
      onInput={type}
      onAdd={add}
      onCancel={end}
      onGone={(focused) => (hadFocus = focused)}
    />
  )
  return {
    hasBelow: (side, line) => line !== undefined && keys().has(`${side} ${line}`),
    below: (side, line) => (
      <>
        <For each={comments().filter(({ range }) => lineKey(range) === `${side} ${line}`)}>
          {(comment) => (
            <CommentNote comment={comment} onRemove={() => removeComment(file().place, comment)} />
          )}
        </For>
        <Show when={range()} keyed>
          {(range) => <Show when={lineKey(range) === `${side} ${line}`}>{form(range)}</Show>}
        </Show>
      </>
    ),
    onPick: (range, code) => {
      isAsked = true
      setWriting({ range, code, text: writing()?.text ?? '' })
    },
    picked: range,
  }
}
