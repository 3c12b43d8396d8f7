import { createEffect, createMemo, untrack } from 'solid-js'
import { midnightBefore } from '../../../shared/budget.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { announce } from '../../ui/announce.tsx'
import { createNow } from '../../ui/clock.ts'
import { showToast } from '../../ui/toast.ts'
import { createVisible } from '../attention/create-visible.ts'
import { createSharedMarks } from '../attention/shared-marks.ts'
import { sayTogether, warningsOf, type Warning, type Watched } from './warnings.ts'
import { watchedOf } from './watched.ts'

const TOLD = 'kilo-console.budget-told'

/** Warns of budgets that are nearly used up, and that are: once each, in a window that is in sight. */
export function createBudgetWarnings(looking: () => string | undefined, go: (path: string) => void): void {
  const { state } = useConsole()
  const [told, setTold] = createSharedMarks(TOLD)
  const visible = createVisible()
  const now = createNow(60_000)
  // Midnight is another day's name, and the same one all day.
  const today = createMemo(() => midnightBefore(now()))

  /** Those that no window has told of; from now on they are told. */
  const take = (found: readonly Watched[], stops: boolean): Warning[] => {
    let warnings = warningsOf(found, stops, (key) => told().has(key))
    if (warnings.length === 0) return []
    setTold((marks) => {
      // What another window has told in this moment is there, and was not heard of yet.
      warnings = warnings.filter(({ key }) => !marks.has(key))
      return new Map([...marks, ...warnings.map(({ key }): [string, number] => [key, Date.now()])])
    })
    return warnings
  }

  createEffect(() => {
    if (!visible()) return
    const found = watchedOf(state, looking(), today())
    const stops = state.info?.budget?.stops === true
    untrack(() => {
      const message = sayTogether(take(found, stops))
      if (!message) return
      announce(`${message.title}. ${message.hint}`)
      showToast({ ...message, tone: 'info', action: { title: 'Usage', run: () => go(links.usage) } })
    })
  })
}
