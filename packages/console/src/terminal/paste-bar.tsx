import { onMount, type JSX } from 'solid-js'
import type { PasteQuestion } from './screen/screen.ts'
import { Button } from '../ui/button.tsx'
import { formatPlural } from '../ui/format.ts'
import styles from './paste-bar.module.css'

export interface PasteBarProps {
  question: PasteQuestion
  onDone: () => void
}

/** Asks before several lines go to a program that takes each line end for Enter. */
export const PasteBar = (props: PasteBarProps): JSX.Element => {
  let bar: HTMLDivElement | undefined
  onMount(() => bar?.querySelector('button')?.focus())
  const paste = () => {
    props.question.paste()
    props.onDone()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    props.onDone()
  }
  return (
    <div
      ref={(element) => (bar = element)}
      class={styles.bar}
      role="group"
      aria-label="Paste"
      onKeyDown={press}
    >
      <p class={styles.words}>
        Paste {formatPlural(props.question.lines, 'line')}? Each line break acts as Enter here.
      </p>
      <Button size="small" variant="primary" onClick={paste}>
        Paste
      </Button>
      <Button size="small" onClick={() => props.onDone()}>
        Cancel
      </Button>
    </div>
  )
}
