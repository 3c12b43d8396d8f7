import type { Budget } from '../../shared/budget.ts'
import { exhausted, type Spending, type Stop, type UsedUp } from './exhausted.ts'

/** After something has happened; a model's step takes longer. */
const LOOK_MS = 500

export interface BudgetWatch {
  /** Something was spent, or began. */
  note(): void
  /** The budget is another one: what is above it now was not begun in spite of it. */
  changed(): void
  dispose(): void
}

interface Watched {
  budget: () => Budget
  rosters: () => (readonly [server: string, roster: Spending])[]
  /** Ends a turn. */
  stop: (stop: Stop) => Promise<void>
  now?: () => number
}

/** Stops what runs when a budget is used up, where somebody wants that. It does so whether or not a page is open. */
export function makeBudgetWatch({ budget, rosters, stop, now = Date.now }: Watched): BudgetWatch {
  let usedUp: UsedUp | undefined
  let timer: NodeJS.Timeout | undefined
  const stopping = new Set<string>()

  function look(): void {
    timer = undefined
    if (!budget().stops) return
    const found = exhausted(budget(), rosters(), usedUp, now())
    usedUp = found.usedUp
    for (const each of found.stops) void end(each)
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
    if (timer === undefined && budget().stops) timer = setTimeout(look, LOOK_MS).unref()
  }
  return {
    note,
    changed() {
      usedUp = new Map()
      note()
    },
    dispose: () => clearTimeout(timer),
  }
}
