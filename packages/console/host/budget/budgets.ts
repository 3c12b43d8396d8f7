/** What somebody wants to spend at most: the one file of it is the host's, so that it holds in every browser and without one. */
import * as v from 'valibot'
import { MOST_DOLLARS, type Budget } from '../../shared/budget.ts'
import { HttpProblem } from '../http/problem.ts'
import { openStore, type StorePlace } from '../store/store.ts'

const dollars = v.pipe(v.number(), v.minValue(0.01), v.maxValue(MOST_DOLLARS))

const schema: v.GenericSchema<unknown, Budget> = v.strictObject({
  session: v.exactOptional(dollars),
  day: v.exactOptional(dollars),
  stops: v.exactOptional(v.literal(true)),
})

export interface Budgets {
  value(): Budget
  /** Throws 400 `bad-budget`, and when it cannot be written. */
  set(budget: unknown): Promise<Budget>
}

/** `changed` hears of every new one, and what was before. */
export async function openBudgets(place: StorePlace, changed: (before: Budget) => void): Promise<Budgets> {
  const store = await openStore<Budget>({ ...place, schema, migrations: [(content) => content], empty: {} })
  return {
    value: () => store.value(),
    async set(budget) {
      const { success, output } = v.safeParse(schema, budget, { abortEarly: true })
      if (!success)
        throw new HttpProblem(400, 'bad-budget', `A budget is at least $0.01, and at most $${MOST_DOLLARS}.`)
      const before = store.value()
      await store.set(output)
      changed(before)
      return output
    },
  }
}
