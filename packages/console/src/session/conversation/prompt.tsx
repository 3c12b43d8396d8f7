import { createMemo, Show, type JSX } from 'solid-js'
import { formatCount } from '../../ui/format.ts'
import { useExpansion } from '../../code/expansion.ts'
import { countLines } from '../../code/portions.ts'
import styles from './message.module.css'

/** Lines of a prompt that are shown unfolded; a pasted log should not push the answer away. */
const MOST_LINES = 24
const MOST_UNITS = 4000

/** What the user wrote, letter by letter: no markdown is made of it. */
export const Prompt = (props: { id: string; text: string }): JSX.Element => {
  const expansion = useExpansion()
  const lines = createMemo(() => countLines(props.text))
  const isLong = () => lines() > MOST_LINES || props.text.length > MOST_UNITS
  const isOpen = () => expansion.isOpen(props.id)
  const shown = () =>
    isLong() && !isOpen() ? props.text.split('\n', MOST_LINES).join('\n').slice(0, MOST_UNITS) : props.text
  return (
    <>
      <div class={styles.prompt} dir="auto">
        {shown()}
      </div>
      <Show when={isLong()}>
        <button
          type="button"
          class={styles.more}
          aria-expanded={isOpen()}
          onClick={() => expansion.set(props.id, !isOpen())}
        >
          {isOpen() ? 'Show less' : `Show all ${formatCount(lines())} lines`}
        </button>
      </Show>
    </>
  )
}
