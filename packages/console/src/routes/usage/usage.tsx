import { useSearchParams } from '@solidjs/router'
import ChartColumn from 'lucide-solid/icons/chart-column'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createMemo, For, Match, Show, Switch, type JSX } from 'solid-js'
import { createPage } from '../../frame/shell-context.ts'
import { useConsole } from '../../store/context.ts'
import { createNow } from '../../ui/clock.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatPlural } from '../../ui/format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import overview from '../overview.module.css'
import { BudgetLine } from './budget-line.tsx'
import { createUsage, type Usage } from './create-usage.ts'
import { momentOf, RANGES, startOf, type Range } from './spans.ts'
import { MOST_ROWS } from './read-rows.ts'
import { tallyOf, type Measure } from './tally.ts'
import { Totals } from './totals.tsx'
import styles from './usage.module.css'

const MEASURES: readonly { value: Measure; title: string }[] = [
  { value: 'cost', title: 'Cost' },
  { value: 'tokens', title: 'Tokens' },
]

/** `/usage`: what sessions took, by day, project and model. The address says of which range, so that it can be gone back to. */
export default function UsagePage(): JSX.Element {
  createPage({ title: () => 'Usage' })
  const [query, setQuery] = useSearchParams<{ range?: string; by?: string }>()
  const now = createNow(60_000)
  const range = (): Range => RANGES.find(({ value }) => value === query.range)?.value ?? '30'
  const usage = createUsage(createMemo(() => startOf(range(), now())))
  const isFree = createMemo(() => usage.rows().length > 0 && usage.rows().every(({ cost }) => cost === 0))
  // Whoever pays nothing sees more in tokens.
  const measure = (): Measure =>
    MEASURES.find(({ value }) => value === query.by)?.value ?? (isFree() ? 'tokens' : 'cost')
  const tally = createMemo(() => tallyOf(usage.rows(), { range: range(), measure: measure(), now: now() }))
  return (
    <div class={overview.scroll}>
      <div class={`${overview.page} ${styles.page}`}>
        <header class={styles.head}>
          <h1 class={overview.title}>Usage</h1>
          <Reading usage={usage} />
          <Segments name="Range" options={RANGES} value={range()} onChange={(range) => setQuery({ range })} />
          <Segments name="Measure" options={MEASURES} value={measure()} onChange={(by) => setQuery({ by })} />
        </header>
        <section role="region" aria-label="Usage" class={styles.region} aria-busy={usage.reading()}>
          <Failures usage={usage} />
          <BudgetLine />
          <Show when={tally().rows.length > 0} fallback={<Nothing usage={usage} range={range()} />}>
            <Totals tally={tally()} measure={measure()} />
            <Counting cutOff={usage.isCutOff()} />
          </Show>
        </section>
      </div>
    </div>
  )
}

/** How far the reading is, or from when the figures are; the button that reads them anew keeps its place and the focus. */
function Reading(props: { usage: Usage }): JSX.Element {
  const now = createNow(60_000)
  const said = () => {
    if (props.usage.reading()) return `${formatPlural(props.usage.readSoFar(), 'session')} read`
    const at = props.usage.asOf()
    return at === undefined ? '' : `As of ${momentOf(at, now())}`
  }
  return (
    <div class={styles.reading}>
      <IconButton name="Refresh" disabled={!props.usage.isAnyUp()} onClick={props.usage.refresh}>
        <Show when={props.usage.reading()} fallback={<RotateCw />}>
          <Spinner />
        </Show>
      </IconButton>
      <span>{said()}</span>
    </div>
  )
}

function Failures(props: { usage: Usage }): JSX.Element {
  const { state } = useConsole()
  return (
    <>
      <Show when={state.link !== 'connected' && props.usage.rows().length > 0}>
        <Notice tone="warning" title="Not connected" hint="These are the figures that were read last." />
      </Show>
      <Show when={state.link === 'connected' && props.usage.away().length > 0}>
        <Notice
          tone="warning"
          title={`Not running: ${props.usage.away().join(', ')}`}
          hint="What was read last is counted all the same."
        />
      </Show>
      <For each={props.usage.failed()}>
        {({ serverId, name, problem, isPartial }) => (
          <Notice
            tone="error"
            title={`What ${name} has used could not be read: ${problem.message}`}
            hint={isPartial ? `Its older sessions do not count yet. ${problem.hint ?? ''}` : problem.hint}
            onRetry={() => props.usage.retry(serverId)}
          />
        )}
      </For>
    </>
  )
}

function Nothing(props: { usage: Usage; range: Range }): JSX.Element {
  return (
    <Switch
      fallback={
        <EmptyState
          icon={<ChartColumn />}
          title={props.range === 'all' ? 'No sessions yet' : 'No sessions started in this period'}
        >
          What sessions cost, and how many tokens they take, is added up here.
        </EmptyState>
      }
    >
      <Match when={props.usage.reading()}>
        <Skeleton rows={6} height={72} label="Reading what was used" />
      </Match>
      <Match when={!props.usage.isAnyUp()}>
        <EmptyState icon={<ChartColumn />} title="No server is running" command="kilo daemon start">
          What was used is with the servers. Start one in a shell:
        </EmptyState>
      </Match>
      <Match when={props.usage.failed().length > 0}>
        <></>
      </Match>
    </Switch>
  )
}

/** What the figures mean, in words. */
function Counting(props: { cutOff: boolean }): JSX.Element {
  return (
    <section class={styles.notes} aria-label="How this is counted">
      <p>
        A session counts whole on the day that it began, for the model that it used last. Subagents have rows
        of their own. Imported sessions count nothing. Cost is what the engine reckons from the models’
        prices, not a bill.
      </p>
      <Show when={props.cutOff}>
        <p>
          Only the sessions that were changed last are counted, at most {formatCount(MOST_ROWS)} of each
          server.
        </p>
      </Show>
    </section>
  )
}
