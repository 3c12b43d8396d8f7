import { createSignal, createUniqueId, Show, type JSX } from 'solid-js'
import type { BudgetPatch } from '../../../shared/budget.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { dayStanding } from '../../store/standing.ts'
import { createNow } from '../../ui/clock.ts'
import { formatCost } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { createKeptField } from './create-kept-field.ts'
import { MOST_WRITTEN, readDollars } from './dollars.ts'
import styles from './settings.module.css'

/** What may be spent. It is kept by the host: it holds in every browser. */
export function BudgetSettings(): JSX.Element {
  const { state } = useConsole()
  const now = createNow(60_000)
  const today = () => dayStanding(state, now())
  return (
    <section class={styles.section} aria-labelledby="settings-budget">
      <h2 id="settings-budget" class={styles.heading}>
        Budget
      </h2>
      <div class={styles.amounts}>
        <Amount name="A day, in US dollars" of="day" />
        <Amount name="A session, in US dollars" of="session" />
      </div>
      <p class={styles.note}>
        <Show when={today()}>
          {(standing) => (
            <>
              Today {formatCost(standing().spent)} of {formatCost(standing().limit)}.{' '}
            </>
          )}
        </Show>
        You are told at 80% and when it is used up. A session counts with its subagents, a day is that of a
        session’s beginning. The cost is what the engine reckons.
      </p>
      <Stops />
    </section>
  )
}

/** Says why what was chosen could not be saved, until something else is. */
function createSaving() {
  const { changeBudget } = useConsole()
  const [failure, setFailure] = createSignal<string>()
  /** Answers whether it was saved. */
  const save = async (patch: BudgetPatch): Promise<boolean> => {
    try {
      await changeBudget(patch)
      setFailure()
      return true
    } catch (error) {
      setFailure(`Couldn’t save the budget: ${toProblem(error).message}`)
      return false
    }
  }
  return { failure, setFailure, save }
}

const Failure = (props: { id?: string; why: string | undefined }): JSX.Element => (
  <div id={props.id}>
    <Show when={props.why}>{(why) => <Notice tone="error" title={why()} />}</Show>
  </div>
)

/** What was typed and is no amount, or was not saved, stays to be mended. */
function Amount(props: { name: string; of: 'day' | 'session' }): JSX.Element {
  const { state } = useConsole()
  const { failure, setFailure, save } = createSaving()
  const id = createUniqueId()
  const field = createKeptField(() => String(state.info?.budget?.[props.of] ?? ''))
  const keep = async (input: HTMLInputElement) => {
    const text = input.value
    const amount = readDollars(text)
    if (amount === undefined) return void setFailure(`An amount is between $0.01 and ${MOST_WRITTEN}.`)
    // As it is kept, and not as it was written.
    if ((await save({ [props.of]: amount })) && input.value === text) field.show()
  }
  return (
    <div class={styles.amount}>
      <label class={styles.amount}>
        <span class={styles.name}>{props.name}</span>
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          placeholder="No limit"
          disabled={!state.info}
          aria-invalid={failure() !== undefined}
          aria-describedby={id}
          ref={field.ref}
          onBlur={field.leave}
          onChange={(event) => void keep(event.currentTarget)}
        />
      </label>
      <Failure id={id} why={failure()} />
    </div>
  )
}

function Stops(): JSX.Element {
  const { state } = useConsole()
  const { failure, save } = createSaving()
  const stops = () => state.info?.budget?.stops === true
  const keep = async (box: HTMLInputElement) => {
    // A refusal changes nothing that would put the tick back.
    if (!(await save({ stops: box.checked }))) box.checked = stops()
  }
  return (
    <div class={styles.setting}>
      <label class={styles.choice}>
        <input
          type="checkbox"
          checked={stops()}
          disabled={!state.info}
          onChange={(event) => void keep(event.currentTarget)}
        />
        <span class={styles.name}>Stop what runs when a budget is used up</span>
      </label>
      <p class={styles.note}>
        From then on you are asked before a prompt is sent. What you send anyway goes on.
      </p>
      <Failure why={failure()} />
    </div>
  )
}
