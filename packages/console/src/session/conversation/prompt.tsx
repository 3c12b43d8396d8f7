import type { TextPart } from '@kilocode/sdk/v2/client'
import { createMemo, For, Show, type JSX } from 'solid-js'
import { formatCount } from '../../ui/format.ts'
import { useExpansion } from '../../code/expansion.ts'
import { countLines } from '../../code/portions.ts'
import { piecesOf } from '../composer/marks/marks.ts'
import { useSession } from '../session-view.ts'
import { beginningOf, isLongPrompt } from './long-prompt.ts'
import styles from './message.module.css'
import { namedIn, typedTextOf } from './rows.ts'

/** What the user wrote, letter by letter: no markdown is made of it. */
export const Prompt = (props: { part: TextPart }): JSX.Element => {
  const view = useSession()
  const text = () => typedTextOf(props.part)
  const named = createMemo(() => namedIn(text(), view.transcript()?.parts[props.part.messageID] ?? []))
  const expansion = useExpansion()
  const lines = createMemo(() => countLines(text()))
  const isLong = createMemo(() => isLongPrompt(text()))
  const isOpen = () => expansion.isOpen(props.part.id)
  const shown = () => (isLong() && !isOpen() ? beginningOf(text()) : text())
  return (
    <>
      <div class={styles.prompt} dir="auto">
        <For each={piecesOf(shown(), named())}>
          {(piece) => (piece.marked ? <mark class={styles.mark}>{piece.text}</mark> : piece.text)}
        </For>
      </div>
      <Show when={isLong()}>
        <button
          type="button"
          class={styles.more}
          aria-expanded={isOpen()}
          onClick={() => expansion.set(props.part.id, !isOpen())}
        >
          {isOpen() ? 'Show less' : lines() > 1 ? `Show all ${formatCount(lines())} lines` : 'Show all'}
        </button>
      </Show>
    </>
  )
}
