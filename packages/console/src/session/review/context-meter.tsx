import { createMemo, createSignal, lazy, Show, Suspense, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { formatCompact, formatCost, formatCount, formatPercent } from '../../ui/format.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { createAvailableChoices } from '../composer/available-choices.ts'
import { limitOf } from '../composer/prompt-choice.ts'
import { contextTone, contextUseOf } from '../context-use.ts'
import { useSession } from '../session-view.ts'
import panel from './panel.module.css'
import styles from './context-meter.module.css'

const ContextFill = lazy(async () => ({ default: (await import('./context-fill-view.tsx')).ContextFill }))

/** How much of the model's context the conversation fills, and what it has cost. */
export const ContextMeter = (): JSX.Element => {
  const view = useSession()
  const choices = createAvailableChoices(view)
  const [open, setOpen] = createSignal(false)
  const use = createMemo(() => contextUseOf(view.messages()))
  const limit = () => limitOf(choices.data(), use()?.model)
  return (
    <section class={panel.panel} aria-label="Context">
      <h2 class={panel.heading}>
        Context
        <Show when={limit() > 0 && use()}>
          {(use) => <span class={panel.count}>{formatPercent(use().tokens, limit())}</span>}
        </Show>
      </h2>
      <Show
        when={use()}
        fallback={<p class={panel.nothing}>Nothing yet. Usage appears with the first answer.</p>}
      >
        {(use) => (
          <>
            <Show when={limit() > 0}>
              <div
                class={styles.meter}
                data-tone={contextTone(use().tokens, limit())}
                role="meter"
                aria-label="Context used"
                aria-valuemin={0}
                aria-valuemax={limit()}
                aria-valuenow={use().tokens}
              >
                <div
                  class={styles.filled}
                  style={{ width: `${Math.min(100, (use().tokens / limit()) * 100)}%` }}
                />
              </div>
            </Show>
            <dl class={styles.figures}>
              <dt>Tokens</dt>
              <dd>
                {formatCount(use().tokens)}
                <Show when={limit() > 0}> of {formatCompact(limit())}</Show>
              </dd>
              <dt>From cache</dt>
              <dd>{formatCount(use().cached)}</dd>
              <dt>Cost</dt>
              <dd>{formatCost(view.session()?.cost ?? 0)}</dd>
            </dl>
            <Button
              size="small"
              variant="ghost"
              class={styles.toggle ?? ''}
              aria-expanded={open()}
              onClick={() => setOpen(!open())}
            >
              What fills it
            </Button>
            <Show when={open()}>
              <Suspense fallback={<Skeleton rows={4} height={32} label="Reckoning" />}>
                <ContextFill answer={use()} />
              </Suspense>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}
