import type { BudgetPatch } from '../../../shared/budget.ts'
import { host } from '../../sdk/host.ts'
import { keepForAll } from './kept-for-all.ts'
import type { Model } from '../model.ts'

/** Changes what the patch names, in every browser. Throws `ProblemError`: then nothing has changed that will last. */
export type ChangeBudget = (patch: BudgetPatch) => Promise<void>

export function makeChangeBudget(model: Model): ChangeBudget {
  return async (patch) => {
    const before = heard(model)
    const answer = await host.changeBudget(patch)
    // What the host has told of it meanwhile holds: it has an order, and the answer may be older.
    if (heard(model) === before) keepForAll(model, { budget: answer })
  }
}

const heard = ({ state }: Model): string | undefined => JSON.stringify(state.info?.budget)
