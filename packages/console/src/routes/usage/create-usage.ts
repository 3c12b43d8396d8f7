import { createEffect, createMemo, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { nameServer } from '../../frame/entry-text.ts'
import { host } from '../../sdk/host.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { isCutOff, readRows, unread, type Reading } from './read-rows.ts'
import type { CountedRow } from './tally.ts'

interface ServerReading {
  reading: Reading
  /** The one that counts; others have been overtaken. */
  run: number
  busy: boolean
  problem?: Problem | undefined
}

export interface FailedServer {
  serverId: string
  name: string
  problem: Problem
}

export interface Usage {
  rows: Accessor<CountedRow[]>
  reading: Accessor<boolean>
  failed: Accessor<FailedServer[]>
  /** Not all of a server's sessions were read. */
  isCutOff: Accessor<boolean>
  retry(this: void, serverId: string): void
  /** From the beginning; what was read before stays in sight meanwhile. */
  refresh(this: void): void
}

/** The sessions of all healthy servers that may have begun since then (Unix milliseconds), read page by page. */
export function createUsage(since: Accessor<number>): Usage {
  const { state } = useConsole()
  const { servers, read } = createReadings(since)
  const up = createMemo(() => state.order.filter((id) => state.servers[id]?.info.health === 'healthy'))
  const known = () =>
    up().flatMap((id) => {
      const each = servers()[id]
      return each ? [{ id, ...each }] : []
    })
  const failedOf = (serverId: string, problem: Problem | undefined): FailedServer[] => {
    const info = state.servers[serverId]?.info
    return problem && info ? [{ serverId, name: nameServer(info), problem }] : []
  }
  createEffect(on([since, () => up().join()], () => untrack(up).forEach((id) => void read(id))))
  return {
    rows: createMemo(() =>
      known().flatMap(({ id, reading }) => reading.rows.map((row) => ({ ...row, serverId: id }))),
    ),
    reading: () => known().length < up().length || known().some(({ busy }) => busy),
    failed: () => known().flatMap(({ id, problem }) => failedOf(id, problem)),
    isCutOff: () => known().some(({ reading }) => isCutOff(reading)),
    retry: (id) => void read(id),
    refresh: () => untrack(up).forEach((id) => void read(id, unread)),
  }
}

/** What was read of each server. `read` goes on where it ended, or at `from`. */
function createReadings(since: Accessor<number>) {
  // No store: that would make a proxy of each of thousands of rows.
  const [servers, setServers] = createSignal<Readonly<Record<string, ServerReading>>>({})
  const change = (id: string, to: Partial<ServerReading>) =>
    setServers((all) => {
      const before = all[id] ?? { reading: unread, run: 0, busy: true }
      return { ...all, [id]: { ...before, ...to } }
    })
  let runs = 0
  let ended = false
  onCleanup(() => (ended = true))

  async function read(id: string, from?: Reading): Promise<void> {
    const run = (runs += 1)
    const isWanted = () => !ended && untrack(servers)[id]?.run === run
    const before = from ?? untrack(servers)[id]?.reading ?? unread
    change(id, { run, busy: true, problem: undefined })
    try {
      await readRows(before, untrack(since), {
        readPage: (cursor) => host.usage(id, cursor),
        tell: (reading) => change(id, { reading }),
        isWanted,
      })
    } catch (error) {
      if (isWanted()) change(id, { problem: toProblem(error) })
    }
    if (isWanted()) change(id, { busy: false })
  }
  return { servers, read }
}
