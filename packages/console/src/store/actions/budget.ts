import type { Budget, BudgetPatch } from '../../../shared/budget.ts'
import { host } from '../../sdk/host.ts'
import type { Model } from '../model.ts'

/** Changes what the patch names, in every browser. Throws `ProblemError`: then nothing has changed that will last. */
export type ChangeBudget = (patch: BudgetPatch) => Promise<void>

export function makeChangeBudget(model: Model): ChangeBudget {
  return async (patch) => {
    const before = heard(model)
    const answer = await host.changeBudget(patch)
    // What the host has told of it meanwhile holds: it has an order, and the answer may be older.
    if (heard(model) === before) keepBudget(model, answer)
  }
}

const heard = ({ state }: Model): string | undefined => JSON.stringify(state.info?.budget)

export function keepBudget(model: Model, budget: Budget): void {
  const { info } = model.state
  // Replaced as a whole: a store would merge it, and keep what is gone.
  if (info) model.set('info', () => ({ ...info, budget }))
}
