import { createEffect, createMemo, untrack } from 'solid-js'
import { midnightBefore, rootOf } from '../../../shared/budget.ts'
import { titleOfSession } from '../../frame/entry-text.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { dayStanding, sessionStanding } from '../../store/standing.ts'
import { announce } from '../../ui/announce.tsx'
import { createNow } from '../../ui/clock.ts'
import { showToast } from '../../ui/toast.ts'
import { createSharedMarks } from '../attention/shared-marks.ts'
import { warningsOf, type Watched } from './warnings.ts'

const TOLD = 'kilo-console.budget-told'

/** Warns of budgets that are nearly used up, and that are: once each, in one window. Of sessions those count that work, or are on screen. */
export function createBudgetWarnings(looking: () => string | undefined, go: (path: string) => void): void {
  const { state } = useConsole()
  const [told, setTold] = createSharedMarks(TOLD)
  const now = createNow(60_000)
  // Midnight is another day's name, and the same one all day.
  const today = createMemo(() => midnightBefore(now()))
  const sessions = createMemo(() => {
    const working = state.order.flatMap((serverId) =>
      Object.keys(state.servers[serverId]?.activity ?? {}).map((id) => `${serverId}/${id}`),
    )
    const shown = looking()
    return [...new Set([...working, ...(shown === undefined ? [] : [shown])])]
  })

  const watchedSession = (key: string): Watched => {
    const serverId = key.slice(0, key.indexOf('/'))
    const known = state.servers[serverId]?.sessions ?? {}
    const root = rootOf(known, key.slice(serverId.length + 1))
    const title = titleOfSession(known[root] ?? { title: '' })
    return {
      name: `session ${serverId}/${root}`,
      title,
      standing: sessionStanding(state, { serverId, sessionId: root }),
    }
  }

  createEffect(() => {
    const day = { name: `day ${today()}`, title: 'Today', standing: dayStanding(state, today()) }
    const watched = new Map([day, ...sessions().map(watchedSession)].map((each) => [each.name, each]))
    const stops = state.info?.budget?.stops === true
    const warnings = warningsOf([...watched.values()], stops, (key) => untrack(told).has(key))
    untrack(() => {
      for (const { key, title, hint } of warnings) {
        setTold((marks) => new Map([...marks, [key, Date.now()]]))
        announce(`${title}. ${hint}`)
        showToast({ tone: 'info', title, hint, action: { title: 'Usage', run: () => go(links.usage) } })
      }
    })
  })
}
