import { For, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { formatCompact, formatCost, formatCount } from '../../ui/format.ts'
import { tildePath } from '../../ui/path-split.ts'
import { BarChart } from './bar-chart.tsx'
import { formatMeasure, nameModel, nameProject, nameProvider, sayTokens } from './names.ts'
import { SessionList } from './session-list.tsx'
import { ShareTable } from './share-table.tsx'
import { tokensOf, valueOf, type Measure, type Tally } from './tally.ts'
import styles from './usage.module.css'

const NOTHING = { input: 0, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 }

/** The figures of a range: in all, over time, by project, by model, by session. */
export function Totals(props: { tally: Tally; measure: Measure }): JSX.Element {
  const { state } = useConsole()
  const total = () => props.tally.total
  const subagents = () => props.tally.rows.filter(({ parentID }) => parentID !== undefined).length
  const facts = (): [name: string, value: string, detail: string][] => [
    ['Cost', formatCost(total().cost), `${formatCost(total().cost / total().sessions)} a session`],
    ['Tokens', formatCompact(tokensOf(total().tokens)), sayTokens(total())],
    [
      'Sessions',
      formatCount(total().sessions),
      subagents() > 0 ? `${formatCount(subagents())} by subagents` : '',
    ],
  ]
  const format = (value: number) =>
    formatMeasure({ cost: value, tokens: { ...NOTHING, input: value } }, props.measure)
  return (
    <>
      <dl class={styles.facts}>
        <For each={facts()}>
          {([name, value, detail]) => (
            <div class={styles.fact}>
              <dt>{name}</dt>
              <dd class={styles.figure}>{value}</dd>
              <dd class={styles.detail}>{detail}</dd>
            </div>
          )}
        </For>
      </dl>
      <BarChart
        title={`${props.measure === 'cost' ? 'Cost' : 'Tokens'} by ${props.tally.step}`}
        step={props.tally.step}
        bars={props.tally.bars.map(({ label, sum }) => ({ label, value: valueOf(sum, props.measure) }))}
        format={format}
      />
      <div class={styles.shares}>
        <ShareTable
          title="By project"
          kind="Project"
          shares={props.tally.projects}
          total={total()}
          measure={props.measure}
          nameOf={({ one }) => ({
            name: nameProject(one, state.info?.home),
            tooltip: tildePath(one.project.folder, state.info?.home),
          })}
        />
        <ShareTable
          title="By model"
          kind="Model"
          shares={props.tally.models}
          total={total()}
          measure={props.measure}
          nameOf={({ one }) => ({ name: nameModel(one), detail: nameProvider(one) })}
        />
      </div>
      <SessionList rows={props.tally.rows} measure={props.measure} />
    </>
  )
}
