import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Problem } from '../../../shared/api.ts'
import { sessionPage } from '../../sdk/session-page.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { collectArchived } from './collect.ts'

export interface ArchivedEntry {
  serverId: string
  session: GlobalSession
}

export interface Archive {
  /** The last archived first. */
  entries: Accessor<ArchivedEntry[]>
  loading: Accessor<boolean>
  /** Why a server could not be asked. */
  problem: Accessor<Problem | undefined>
  hasMore: Accessor<boolean>
  more(this: void): void
  forget(this: void, entry: ArchivedEntry): void
}

const WANTED = 40
/** Sessions in one page: 0.5 KB each. */
const PAGE = 100
/** After the last letter of what is looked for. Milliseconds. */
const TYPING_MS = 250

/** The archived sessions of every server that answers. */
export function createArchive(search: Accessor<string>): Archive {
  const { state } = useConsole()
  const { lists, setLists, read, running, problem, setProblem } = createReading()
  const up = () => state.order.filter((id) => state.servers[id]?.info.health === 'healthy')
  const more = () => {
    setProblem(undefined)
    for (const id of up()) void read(id, search().trim())
  }
  createEffect(
    on([search, () => up().join()], (_, before) => {
      const start = () => {
        setLists(reconcile({}))
        more()
      }
      const timer = setTimeout(start, before ? TYPING_MS : 0)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  const all = () => Object.values(lists)
  const archivedAt = ({ session }: ArchivedEntry) => session.time.archived ?? 0
  return {
    entries: () =>
      all()
        .flatMap(({ entries }) => entries)
        .toSorted((a, b) => archivedAt(b) - archivedAt(a)),
    loading: () => running() > 0 || (all().length === 0 && up().length > 0 && !problem()),
    problem,
    hasMore: () => all().some(({ done }) => !done),
    more,
    forget: ({ serverId, session }) =>
      setLists(serverId, 'entries', (known) => known.filter((each) => each.session.id !== session.id)),
  }
}

/** What was read of one server. */
interface OfServer {
  cursor: number | null
  done: boolean
  entries: ArchivedEntry[]
}

function createReading() {
  const [lists, setLists] = createStore<Record<string, OfServer>>({})
  const [running, setRunning] = createSignal(0)
  const [problem, setProblem] = createSignal<Problem>()
  /** What each server was asked last: an answer to an earlier question is nobody's. */
  const asked = new Map<string, object>()
  const read = async (serverId: string, search: string) => {
    const { cursor = null, done = false, entries = [] } = lists[serverId] ?? {}
    if (done) return
    const mine = {}
    asked.set(serverId, mine)
    setRunning((count) => count + 1)
    try {
      const readPage = (at: number | null) =>
        sessionPage(serverId, { search, cursor: at, limit: PAGE, archived: true })
      const found = await collectArchived(readPage, cursor, WANTED)
      if (asked.get(serverId) !== mine) return
      const news = found.sessions.map((session) => ({ serverId, session }))
      setLists(serverId, {
        cursor: found.cursor,
        done: found.cursor === null,
        entries: [...entries, ...news],
      })
    } catch (error) {
      if (asked.get(serverId) === mine) setProblem(toProblem(error))
    } finally {
      setRunning((count) => count - 1)
    }
  }
  return { lists, setLists, read, running, problem, setProblem }
}
