import { createSignal, Show, type JSX } from 'solid-js'
import { MOST_DOLLARS, type Budget } from '../../../shared/budget.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { dayStanding } from '../../store/standing.ts'
import { createNow } from '../../ui/clock.ts'
import { formatCost } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { readDollars } from './dollars.ts'
import styles from './settings.module.css'

/** What may be spent. It is kept by the host: it holds in every browser. */
export function BudgetSettings(): JSX.Element {
  const { state, budget } = useConsole()
  const now = createNow(60_000)
  const [failure, setFailure] = createSignal<string>()
  const known = () => state.info?.budget ?? {}
  const today = () => dayStanding(state, now())
  const keep = async (to: (before: Budget) => Budget) => {
    try {
      await budget.change(to)
      setFailure()
    } catch (error) {
      setFailure(toProblem(error).message)
    }
  }
  /** Answers false for a text that is no amount: it stays, to be mended. */
  const keepAmount = (of: 'day' | 'session', text: string) => {
    const amount = readDollars(text)
    if (amount === undefined) return void setFailure(`An amount is between $0.01 and $${MOST_DOLLARS}.`)
    void keep((before) => {
      const { [of]: _, ...others } = before
      return amount === null ? others : { ...others, [of]: amount }
    })
  }
  const keepStops = (stops: boolean) => {
    void keep((before) => {
      const { stops: _, ...others } = before
      return stops ? { ...others, stops } : others
    })
  }
  return (
    <section class={styles.section} aria-labelledby="settings-budget">
      <h2 id="settings-budget" class={styles.heading}>
        Budget
      </h2>
      <div class={styles.amounts}>
        <Amount
          name="A day, in US dollars"
          value={known().day}
          onChange={(text) => keepAmount('day', text)}
        />
        <Amount
          name="A session, in US dollars"
          value={known().session}
          onChange={(text) => keepAmount('session', text)}
        />
      </div>
      <Show when={failure()}>
        {(why) => <Notice tone="error" title={`The budget was not kept: ${why()}`} />}
      </Show>
      <p class={styles.note}>
        <Show when={today()}>
          {(standing) => (
            <>
              Today {formatCost(standing().spent)} of {formatCost(standing().limit)}.{' '}
            </>
          )}
        </Show>
        You are told at four fifths and when it is used up. A session counts with its subagents, a day is that
        of a session’s beginning. The cost is what the engine reckons.
      </p>
      <div class={styles.setting}>
        <label class={styles.choice}>
          <input
            type="checkbox"
            checked={known().stops === true}
            onChange={(event) => keepStops(event.currentTarget.checked)}
          />
          <span class={styles.name}>Stop what runs when a budget is used up</span>
        </label>
        <p class={styles.note}>
          From then on you are asked before a prompt is sent. What you send anyway goes on.
        </p>
      </div>
    </section>
  )
}

function Amount(props: {
  name: string
  value: number | undefined
  onChange: (text: string) => void
}): JSX.Element {
  return (
    <label class={styles.amount}>
      <span class={styles.name}>{props.name}</span>
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        placeholder="No limit"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </label>
  )
}
