import type { Budget } from '../../shared/budget.ts'
import { exhausted, type Looked, type Rosters, type Stop } from './exhausted.ts'

/** After something has happened; a model's step takes longer. */
const LOOK_MS = 500

export interface BudgetWatch {
  /** Something was spent, or began. */
  note(): void
  /** The budget was another one until now: what is above this one alone was not begun in spite of it. */
  changed(before: Budget): void
  dispose(): void
}

interface Watched {
  budget: () => Budget
  rosters: () => Rosters
  /** Ends a turn. */
  stop: (stop: Stop) => Promise<void>
  now?: () => number
}

/** Stops what runs when a budget is used up, where somebody wants that. It does so whether or not a page is open. */
export function makeBudgetWatch({ budget, rosters, stop, now = Date.now }: Watched): BudgetWatch {
  let looked: Looked | undefined
  let timer: NodeJS.Timeout | undefined
  const stopping = new Set<string>()

  function look(by: Budget): Stop[] {
    const found = exhausted(by, rosters(), looked, now())
    looked = found.looked
    return found.stops
  }

  /** One that cannot be stopped now is found again at the next look. */
  async function end(each: Stop): Promise<void> {
    const key = `${each.server}/${each.sessionId}`
    if (stopping.has(key)) return
    stopping.add(key)
    await stop(each).catch(() => undefined)
    stopping.delete(key)
  }

  const note = () => {
    if (timer !== undefined || !budget().stops) return
    timer = setTimeout(() => {
      timer = undefined
      for (const each of look(budget())) void end(each)
    }, LOOK_MS).unref()
  }
  return {
    note,
    changed(before) {
      look(before)
      note()
    },
    dispose: () => clearTimeout(timer),
  }
}
