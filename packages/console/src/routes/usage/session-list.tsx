import { createSignal, For, Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { formatCount } from '../../ui/format.ts'
import overview from '../overview.module.css'
import { SessionUse } from './session-use.tsx'
import styles from './session-list.module.css'
import type { CountedRow, Measure } from './tally.ts'

const AT_A_TIME = 20

/** The sessions of the range, those that took most first. */
export function SessionList(props: { rows: readonly CountedRow[]; measure: Measure }): JSX.Element {
  const [count, setCount] = createSignal(AT_A_TIME)
  const rest = () => props.rows.length - count()
  return (
    <section class={styles.section} aria-labelledby="usage-sessions">
      <h2 id="usage-sessions" class={overview.heading}>
        {formatCount(props.rows.length)} {props.rows.length === 1 ? 'session' : 'sessions'}
      </h2>
      <ul class={overview.list}>
        <For each={props.rows.slice(0, count())}>
          {(row) => <SessionUse row={row} measure={props.measure} />}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <div>
          <Button onClick={() => setCount(count() + AT_A_TIME)}>
            Show {formatCount(Math.min(AT_A_TIME, rest()))} more
          </Button>
        </div>
      </Show>
    </section>
  )
}
