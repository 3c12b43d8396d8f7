import type { Budget } from '../../../shared/budget.ts'
import { host } from '../../sdk/host.ts'
import type { Model } from '../model.ts'

/** Windows of one browser tell each other; those of other browsers hear of it when they connect. */
const CHANNEL = 'kilo-console.budget'

export interface BudgetActions {
  /** Changes what it is then, one after the other: of two quick changes the second one knows the first. Throws `ProblemError`; the old one holds then. */
  change(this: void, to: (before: Budget) => Budget): Promise<void>
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
  let last: Promise<void> = Promise.resolve()
  return {
    change(to) {
      const mine = last.then(() => set(to(model.state.info?.budget ?? {})))
      last = mine.catch(() => undefined)
      return mine
    },
    dispose: () => channel.close(),
  }

  async function set(budget: Budget): Promise<void> {
    keep(await host.setBudget(budget))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of its origin alone
    channel.postMessage('changed')
  }
}
