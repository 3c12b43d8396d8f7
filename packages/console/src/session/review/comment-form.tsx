import { onCleanup, onMount, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/keystroke.ts'
import { sayLines, type LineRange } from '../../code/diff/line-range.ts'
import styles from './comment.module.css'
import type { Comment } from './comments.ts'

export interface CommentFormProps {
  range: LineRange
  text: string
  /** Asked once, when it is there. */
  takesFocus: () => boolean
  onInput: (text: string) => void
  onAdd: () => void
  onCancel: () => void
  /** It went with the rows around it. */
  onGone: (hadFocus: boolean) => void
}

/** What is to be said about the lines above. Ctrl or Cmd with Enter adds it, Escape gives it up. */
export const CommentForm = (props: CommentFormProps): JSX.Element => {
  let box: HTMLTextAreaElement | undefined
  onMount(() => props.takesFocus() && box?.focus({ preventScroll: true }))
  onCleanup(() => props.onGone(document.activeElement === box))
  const add = () => {
    if (props.text.trim() !== '') props.onAdd()
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
        value={props.text}
        onInput={(event) => props.onInput(event.currentTarget.value)}
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
