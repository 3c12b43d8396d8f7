/** What somebody wants to spend at most: the one file of it is the host's, so that it holds in every browser and without one. */
import * as v from 'valibot'
import { MOST_DOLLARS, patchBudget, type Budget, type BudgetPatch } from '../../shared/budget.ts'
import { HttpProblem } from '../http/problem.ts'
import { openStore, type StorePlace } from '../store/store.ts'

const dollars = v.pipe(v.number(), v.minValue(0.01), v.maxValue(MOST_DOLLARS))

const schema: v.GenericSchema<unknown, Budget> = v.strictObject({
  session: v.exactOptional(dollars),
  day: v.exactOptional(dollars),
  stops: v.exactOptional(v.literal(true)),
})

const patchSchema: v.GenericSchema<unknown, BudgetPatch> = v.strictObject({
  session: v.exactOptional(v.nullable(dollars)),
  day: v.exactOptional(v.nullable(dollars)),
  stops: v.exactOptional(v.boolean()),
})

export interface Budgets {
  value(): Budget
  /** Answers the whole of it. Throws 400 `bad-budget`, and when it cannot be written: then it counts as long as the host runs. */
  change(patch: unknown): Promise<Budget>
}

/** `changed` hears of every new one, and what was before. */
export async function openBudgets(place: StorePlace, changed: (before: Budget) => void): Promise<Budgets> {
  const store = await openStore<Budget>({ ...place, schema, migrations: [(content) => content], empty: {} })
  return {
    value: () => store.value(),
    async change(patch) {
      const { success, output } = v.safeParse(patchSchema, patch, { abortEarly: true })
      if (!success)
        throw new HttpProblem(
          400,
          'bad-budget',
          `A budget is at least $0.01, and at most $${MOST_DOLLARS.toLocaleString('en')}.`,
        )
      const before = store.value()
      const written = store.set(patchBudget(before, output))
      changed(before)
      await written
      return store.value()
    },
  }
}
