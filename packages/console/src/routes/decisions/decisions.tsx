import Inbox from 'lucide-solid/icons/inbox'
import { createEffect, createMemo, For, on, onMount, Show, type JSX } from 'solid-js'
import { useShell } from '../../frame/shell-context.ts'
import { useConsole } from '../../store/context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatPlural } from '../../ui/format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import X from 'lucide-solid/icons/x'
import { DecisionCard } from './decision-card.tsx'
import { decisionsOf } from './decisions-of.ts'
import styles from './decisions.module.css'

/** The tray: everything that waits for a person, answered where it stands. */
export default function Decisions(): JSX.Element {
  const { state } = useConsole()
  const { close } = useShell()
  const decisions = createMemo(() => new Map(decisionsOf(state).map((each) => [each.key, each])))
  // By key, so that a card lives on while others come and go.
  const keys = createMemo(() => [...decisions().keys()])
  let tray: HTMLElement | undefined
  const keepFocus = () => {
    if (document.activeElement === document.body) tray?.focus({ preventScroll: true })
  }
  // What was pressed went with its card; without a focus no key would arrive, Escape neither. Not on the next card: a second Enter would answer it.
  createEffect(on(keys, () => queueMicrotask(keepFocus), { defer: true }))
  // Where the next act is: a question's options take its number keys. After the sheet, which looks for a place by itself.
  onMount(() =>
    queueMicrotask(() => {
      const [first] = decisions().values()
      const option = first?.kind === 'question' && tray?.querySelector<HTMLElement>('article input')
      const place = option || tray
      place?.focus({ preventScroll: true })
    }),
  )
  return (
    <section
      ref={(element) => (tray = element)}
      class={styles.tray}
      role="region"
      aria-label="Decisions"
      tabIndex={-1}
    >
      <header class={styles.head}>
        <h2 class={styles.title}>Decisions</h2>
        <span class={styles.count} role="status">
          {keys().length === 0 ? 'Nothing waits' : `${formatPlural(keys().length, 'request')} waiting`}
        </span>
        <IconButton name="Close" keys="esc" onClick={() => close('decisions')}>
          <X />
        </IconButton>
      </header>
      <div class={styles.list}>
        <For
          each={keys()}
          fallback={
            <EmptyState icon={<Inbox />} title="Nothing waits for you">
              Permissions and questions of every session on every server come here.
            </EmptyState>
          }
        >
          {(key) => (
            <Show when={decisions().get(key)}>{(decision) => <DecisionCard decision={decision()} />}</Show>
          )}
        </For>
      </div>
    </section>
  )
}
