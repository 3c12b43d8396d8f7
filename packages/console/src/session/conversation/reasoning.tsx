import type { ReasoningPart } from '@kilocode/sdk/v2/client'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { Show, type JSX } from 'solid-js'
import { formatDuration } from '../../ui/format.ts'
import { ElapsedTime } from '../../ui/time.tsx'
import { useExpansion } from '../../code/expansion.ts'
import styles from './message.module.css'
import { Written } from './written.tsx'

/** What the model thought before it spoke: folded to the time that it took. */
export const Reasoning = (props: {
  part: ReasoningPart
  writing: boolean
  cut: number | undefined
}): JSX.Element => {
  const expansion = useExpansion()
  const isRunning = () => props.writing && props.part.time.end === undefined
  const isOpen = () => expansion.isOpen(props.part.id)
  const took = () => (props.part.time.end ?? props.part.time.start) - props.part.time.start
  return (
    <div class={styles.reasoning}>
      <button
        type="button"
        class={styles.fold}
        aria-expanded={isOpen()}
        onClick={() => expansion.set(props.part.id, !isOpen())}
      >
        <ChevronRight size={14} class={styles.chevron ?? ''} aria-hidden="true" />
        <Show when={isRunning()} fallback={took() > 0 ? `Thought for ${formatDuration(took())}` : 'Thought'}>
          <span>Thinking</span>
          <ElapsedTime since={props.part.time.start} />
        </Show>
      </button>
      <Show when={isOpen()}>
        <div class={styles.thought}>
          <Written part={props.part} writing={isRunning()} cut={props.cut} />
        </div>
      </Show>
    </div>
  )
}
