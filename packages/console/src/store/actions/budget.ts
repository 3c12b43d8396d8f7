import type { Budget } from '../../../shared/budget.ts'
import { host } from '../../sdk/host.ts'
import type { Model } from '../model.ts'

/** Windows of one browser tell each other; those of other browsers hear of it when they connect. */
const CHANNEL = 'kilo-console.budget'

export interface BudgetActions {
  /** Throws `ProblemError`; the old one holds then. */
  set(this: void, budget: Budget): Promise<void>
  dispose(this: void): void
}

export function makeBudgetActions(model: Model): BudgetActions {
  const channel = new BroadcastChannel(CHANNEL)
  const keep = (budget: Budget) => {
    const { info } = model.state
    // Replaced as a whole: a store would merge it, and keep what is gone.
    if (info) model.set('info', () => ({ ...info, budget }))
  }
  // Another window of ours has had it from the host: what it is, is asked there.
  channel.addEventListener('message', () => void host.budget().then(keep, () => undefined))
  return {
    async set(budget) {
      keep(await host.setBudget(budget))
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of its origin alone
      channel.postMessage('changed')
    },
    dispose: () => channel.close(),
  }
}
