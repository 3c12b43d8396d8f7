import { createMemo, For, untrack, type JSX } from 'solid-js'
import { formatCompact, formatPercent } from '../../ui/format.ts'
import { useSession } from '../session-view.ts'
import { fillOf, type FillKind } from './context-fill.ts'
import styles from './context-meter.module.css'

const NAMES: Record<FillKind, string> = {
  system: 'System and tools',
  files: 'Files read',
  tools: 'Tool calls',
  prompts: 'Prompts',
  answers: 'Answers',
  rest: 'Everything else',
}

/** What fills the context of the last answer. `answer`: reckoned anew when this changes, not with each letter. */
export function ContextFill(props: { answer: unknown }): JSX.Element {
  const view = useSession()
  const isWhole = () => view.transcript()?.older === null
  const fills = createMemo(() => {
    void props.answer
    const whole = isWhole()
    return untrack(() =>
      fillOf({
        messages: view.messages(),
        partsOf: (id) => view.transcript()?.parts[id] ?? [],
        isWhole: whole,
      }),
    )
  })
  const total = () => fills().reduce((sum, { tokens }) => sum + tokens, 0)
  return (
    <>
      <ul class={styles.fills} data-fills>
        <For each={fills()}>
          {({ kind, tokens }) => (
            <li class={styles.fill}>
              <span>{kind === 'rest' && !isWhole() ? 'System, tools and older messages' : NAMES[kind]}</span>
              <span class={styles.estimate}>
                ≈ {formatCompact(tokens)} · {formatPercent(tokens, total())}
              </span>
              <svg class={styles.part} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect class={styles.track} width="100" height="1" />
                <rect class={styles.share} width={(tokens / total()) * 100} height="1" />
              </svg>
            </li>
          )}
        </For>
      </ul>
      <p class={styles.note}>
        The sum is the provider’s count; its parts are estimated from the length of texts
        {isWhole() ? '' : ', as far as they are loaded'}.
      </p>
    </>
  )
}
