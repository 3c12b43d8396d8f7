import { createSignal, For, Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { formatCount, formatPercent, formatPlural } from '../../ui/format.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { formatMeasure } from './names.ts'
import styles from './share-table.module.css'
import { valueOf, type Measure, type Share, type Sum } from './tally.ts'

/** More are shown when somebody asks. */
const AT_FIRST = 6

/** What fell to each project or model: name, bar, figure. */
export function ShareTable(props: {
  title: string
  /** What stands in the first column: "Project". */
  kind: string
  shares: readonly Share[]
  total: Sum
  measure: Measure
  nameOf: (share: Share) => { name: string; detail?: string | undefined; tooltip?: string }
}): JSX.Element {
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? props.shares : props.shares.slice(0, AT_FIRST))
  const rest = () => props.shares.length - AT_FIRST
  const whole = () => valueOf(props.total, props.measure)
  return (
    <section class={styles.section} aria-label={props.title}>
      <table class={styles.table}>
        <caption class={styles.caption}>{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{props.kind}</VisuallyHidden>
            </th>
            <th scope="col" class={styles.share}>
              <VisuallyHidden>Share</VisuallyHidden>
            </th>
            <th scope="col" class={styles.value}>
              <VisuallyHidden>{props.measure === 'cost' ? 'Cost' : 'Tokens'}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={shown()}>
            {(share) => {
              const named = () => props.nameOf(share)
              const part = () => (whole() > 0 ? valueOf(share, props.measure) / whole() : 0)
              return (
                <tr class={styles.row}>
                  <th scope="row" class={styles.name} title={named().tooltip}>
                    <span class={styles.words} dir="auto">
                      {named().name}
                    </span>
                    <span class={styles.detail} dir="auto">
                      {[named().detail, formatPlural(share.sessions, 'session')].filter(Boolean).join(' · ')}
                    </span>
                  </th>
                  <td class={styles.share}>
                    <svg class={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                      <rect class={styles.track} width="100" height="1" />
                      <rect class={styles.part} width={part() * 100} height="1" />
                    </svg>
                    <span class={styles.percent}>{formatPercent(part(), 1)}</span>
                  </td>
                  <td class={styles.value}>{formatMeasure(share, props.measure)}</td>
                </tr>
              )
            }}
          </For>
        </tbody>
      </table>
      <Show when={rest() > 0}>
        <div>
          <Button size="small" variant="ghost" aria-expanded={all()} onClick={() => setAll(!all())}>
            {all() ? 'Show fewer' : `Show ${formatCount(rest())} more`}
          </Button>
        </div>
      </Show>
    </section>
  )
}
