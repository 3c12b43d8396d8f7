import { createMemo, createSignal, For, type JSX } from 'solid-js'
import hidden from '../../ui/visually-hidden.module.css'
import styles from './chart.module.css'
import type { Step } from './spans.ts'
import { ceilingOf } from './tally.ts'

export interface Bar {
  label: string
  value: number
}

/** Units of the drawing: it is stretched to the room there is. */
const WIDTH = 10
const HEIGHT = 100
const GAP = 1.5

const MOST: Record<Step, string> = { day: 'Most on', week: 'Most in the', month: 'Most in' }

/** Values side by side, one of them in words: that under the pointer, or the largest. The same as a table for whoever does not see it. */
export function BarChart(props: {
  title: string
  bars: readonly Bar[]
  /** What a bar is. */
  step: Step
  format: (value: number) => string
}): JSX.Element {
  const [pointed, setPointed] = createSignal<number>()
  const most = createMemo(() => Math.max(0, ...props.bars.map(({ value }) => value)))
  const ceiling = () => ceilingOf(most())
  const say = ({ label, value }: Bar) => `${label}: ${props.format(value)}`
  const said = () => {
    const bar = props.bars[pointed() ?? -1]
    if (bar) return say(bar)
    const largest = props.bars.find(({ value }) => value === most())
    return most() > 0 && largest ? `${MOST[props.step]} ${say(largest)}` : 'nothing'
  }
  const point = (event: PointerEvent & { currentTarget: SVGElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const at = Math.floor(((event.clientX - left) / width) * props.bars.length)
    setPointed(Math.min(props.bars.length - 1, Math.max(0, at)))
  }
  return (
    <figure class={styles.figure}>
      <figcaption class={styles.caption}>
        <span class={styles.title}>{props.title}</span>
        <span class={styles.said}>{said()}</span>
      </figcaption>
      <div class={styles.plot} aria-hidden="true">
        <span class={styles.most}>{props.format(ceiling())}</span>
        <svg
          class={styles.bars}
          viewBox={`0 0 ${props.bars.length * WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setPointed()}
        >
          <For each={[0, 50, 100]}>
            {(y) => <line class={styles.grid} x1={0} x2={props.bars.length * WIDTH} y1={y} y2={y} />}
          </For>
          <For each={props.bars}>
            {(bar, index) => {
              // What is there is seen, however little of the whole.
              const height = () => (bar.value > 0 ? Math.max(1.5, (bar.value / ceiling()) * HEIGHT) : 0)
              return (
                <rect
                  class={styles.bar}
                  data-on={pointed() === index() ? '' : undefined}
                  x={index() * WIDTH + GAP}
                  width={WIDTH - 2 * GAP}
                  y={HEIGHT - height()}
                  height={height()}
                />
              )
            }}
          </For>
        </svg>
        <span class={styles.ends}>
          <span>{props.bars[0]?.label}</span>
          <span>{props.bars.at(-1)?.label}</span>
        </span>
      </div>
      <div class={hidden.hidden}>
        <table>
          <caption>{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{props.step}</th>
              <th scope="col">{props.title}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.bars.filter(({ value }) => value > 0)}>
              {({ label, value }) => (
                <tr>
                  <th scope="row">{label}</th>
                  <td>{props.format(value)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </figure>
  )
}
