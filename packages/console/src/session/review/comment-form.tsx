import { createSignal, onMount, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/keystroke.ts'
import { sayLines, type LineRange } from '../../code/diff/line-range.ts'
import styles from './comment.module.css'
import type { Comment } from './comments.ts'

/** What is to be said about the lines above. Ctrl or Cmd with Enter adds it, Escape gives it up. */
export const CommentForm = (props: {
  range: LineRange
  onAdd: (text: string) => void
  onCancel: () => void
}): JSX.Element => {
  const [text, setText] = createSignal('')
  let box: HTMLTextAreaElement | undefined
  onMount(() => box?.focus({ preventScroll: true }))
  const add = () => {
    if (text().trim() !== '') props.onAdd(text())
    else box?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add()
    else if (event.key === 'Escape') props.onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <textarea
        ref={(element) => (box = element)}
        class={styles.box}
        aria-label="Comment"
        aria-description={`On ${sayLines(props.range)}`}
        dir="auto"
        rows={2}
        placeholder={`What should Kilo know about ${sayLines(props.range)}?`}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div class={styles.actions}>
        <Button size="small" variant="ghost" onClick={() => props.onCancel()}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit">
          Add to prompt
        </Button>
      </div>
    </form>
  )
}

/** A comment that is in the prompt. */
export const CommentNote = (props: { comment: Comment; onRemove: () => void }): JSX.Element => (
  <div class={styles.note} role="note" aria-label={`Comment on ${sayLines(props.comment.range)}`}>
    <p class={styles.said} dir="auto">
      {props.comment.text}
    </p>
    <span class={styles.state}>In the prompt</span>
    <Button size="small" variant="ghost" onClick={() => props.onRemove()}>
      Remove
    </Button>
  </div>
)
