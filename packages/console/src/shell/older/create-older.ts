import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { createEffect, createMemo, createResource, createSignal, onCleanup, type Accessor } from 'solid-js'
import { nameServer } from '../../frame/entry-text.ts'
import { toProblem } from '../../sdk/problem.ts'
import { sessionPage } from '../../sdk/session-page.ts'
import { useConsole } from '../../store/context.ts'
import type { ConsoleState } from '../../store/types.ts'
import { sameList } from '../../ui/same-list.ts'
import { settled } from '../../ui/settled.ts'
import { collectOlder } from './collect-older.ts'
import { withoutKnown, type Known } from './without-known.ts'

export interface OlderSession {
  serverId: string
  session: GlobalSession
}

/** A server that could not be searched, and why. */
export interface Failed {
  server: string
  why: string
}

export interface Older {
  /** The newest first. */
  found: Accessor<readonly OlderSession[]>
  /** There are more of them than were asked for. */
  hasMore: Accessor<boolean>
  /** No answer yet to what is typed now. */
  isAsked: Accessor<boolean>
  failed: Accessor<readonly Failed[]>
  /** Asks once more, where that may help. */
  retry: (() => void) | undefined
}

/** The newest two hundred are listed: they pass by in pages of so many. */
const PAGE = 100
/** Who is still typing is not asked for. Milliseconds. */
const TYPING_MS = 250

interface Answer {
  serverId: string
  sessions: GlobalSession[]
  more: boolean
  why?: string
}

/** Sessions that the roster does not list, for they are too old, by their titles: asked of the servers. Belongs to the calling owner. */
export function createOlder(typed: Accessor<string>): Older {
  const { state } = useConsole()
  const words = () => typed().trim()
  const query = createSettled(words)
  const holding = createMemo(() => state.order.filter((id) => state.servers[id]?.more), [], {
    equals: sameList,
  })
  const isUp = (id: string) => state.servers[id]?.info.health === 'healthy'
  const asked = createMemo(() => holding().filter(isUp), [], { equals: sameList })
  const [answers, { refetch }] = createResource(
    () => query() !== '' && { search: query(), servers: asked() },
    ({ search, servers }) => Promise.all(servers.map((id) => searchServer(state, id, search))),
  )
  const read = () => (words() === '' ? undefined : settled(answers)) ?? []
  const known = createMemo<Known>((before) => withoutKnown(read(), state.servers, before))
  const down = () =>
    holding()
      .filter((id) => !isUp(id))
      .map((id) => ({ server: nameOf(state, id), why: 'it can’t be reached.' }))
  const refused = () =>
    read().flatMap(({ serverId, why }) =>
      why === undefined ? [] : [{ server: nameOf(state, serverId), why }],
    )
  return {
    found: () => known().left,
    hasMore: () => read().some(({ more }) => more),
    isAsked: () => words() !== '' && (answers.loading || query() !== words()),
    failed: () => [...refused(), ...down()],
    get retry() {
      return refused().length > 0 ? () => void refetch() : undefined
    },
  }
}

/** Never rejects: the others' answers are none the worse. */
async function searchServer(state: ConsoleState, serverId: string, search: string): Promise<Answer> {
  const readPage = (cursor: number | null) =>
    sessionPage(serverId, { search, cursor, limit: PAGE, roots: true })
  const isListed = (id: string) => state.servers[serverId]?.sessions[id] !== undefined
  try {
    return { serverId, ...(await collectOlder(readPage, isListed)) }
  } catch (error) {
    return { serverId, sessions: [], more: false, why: toProblem(error).message }
  }
}

function nameOf({ servers }: ConsoleState, serverId: string): string {
  const info = servers[serverId]?.info
  return info ? nameServer(info) : serverId
}

/** What stands still for a moment. */
function createSettled(text: Accessor<string>): Accessor<string> {
  const [settledText, setSettled] = createSignal('')
  createEffect(() => {
    const now = text()
    const timer = setTimeout(() => setSettled(now), TYPING_MS)
    onCleanup(() => clearTimeout(timer))
  })
  return settledText
}
