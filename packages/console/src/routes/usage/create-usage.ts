import { createEffect, createMemo, on, untrack, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { nameServer } from '../../frame/entry-text.ts'
import { host } from '../../sdk/host.ts'
import { useConsole } from '../../store/context.ts'
import { createReadings } from './create-readings.ts'
import { isCutOff, isEnough, type RowsPage } from './read-rows.ts'
import type { CountedRow } from './tally.ts'

export interface FailedServer {
  serverId: string
  name: string
  problem: Problem
  /** Not all of what the range wants is in its figures. */
  isPartial: boolean
}

export interface Usage {
  rows: Accessor<CountedRow[]>
  reading: Accessor<boolean>
  /** How many sessions were read by then, those that do not count yet among them. */
  readSoFar: Accessor<number>
  failed: Accessor<FailedServer[]>
  /** There is a server to read from. */
  isAnyUp: Accessor<boolean>
  /** Names of servers that can't be asked now: their figures are those of before. */
  away: Accessor<string[]>
  /** Since when the figures may have changed, Unix milliseconds; undefined: there are none yet. */
  asOf: Accessor<number | undefined>
  /** Not all of a server's sessions were read. */
  isCutOff: Accessor<boolean>
  retry(this: void, serverId: string): void
  /** From the beginning; what was read before stays in sight meanwhile. */
  refresh(this: void): void
}

/** The sessions of all servers that may have begun since then (Unix milliseconds), read page by page from those that are healthy. */
export function createUsage(since: Accessor<number>): Usage {
  const { state } = useConsole()
  const { servers, read } = createReadings(since, readPage)
  const isUp = (id: string) => state.servers[id]?.info.health === 'healthy'
  const up = createMemo(() => state.order.filter(isUp))
  const known = () =>
    state.order.flatMap((id) => {
      const each = servers()[id]
      return each ? [{ id, ...each }] : []
    })
  const shown = () => known().flatMap(({ shown }) => (shown ? [shown] : []))
  const nameOf = (id: string) => {
    const info = state.servers[id]?.info
    return info ? nameServer(info) : id
  }
  createEffect(on([since, () => up().join()], () => untrack(up).forEach((id) => void read(id))))
  return {
    rows: createMemo(() => shown().flatMap(({ rows }) => rows)),
    // Until the servers are told, nobody knows whether there are any.
    reading: () => state.order.length === 0 || up().some((id) => servers()[id]?.busy !== false),
    readSoFar: () => known().reduce((sum, { anew, shown }) => sum + ((anew ?? shown)?.rows.length ?? 0), 0),
    failed: () =>
      known().flatMap(({ id, problem, shown }) =>
        problem && isUp(id)
          ? [{ serverId: id, name: nameOf(id), problem, isPartial: !!shown && !isEnough(shown, since()) }]
          : [],
      ),
    isAnyUp: () => up().length > 0,
    away: () => known().flatMap(({ id, shown }) => (shown?.rows.length && !isUp(id) ? [nameOf(id)] : [])),
    asOf: () => (shown().length > 0 ? Math.min(...shown().map(({ asOf }) => asOf)) : undefined),
    isCutOff: () => shown().some(isCutOff),
    retry: (id) => void read(id),
    refresh: () => untrack(up).forEach((id) => void read(id, true)),
  }
}

async function readPage(serverId: string, cursor: string | undefined): Promise<RowsPage> {
  const { rows, next } = await host.usage(serverId, cursor)
  return { rows: rows.map((row) => ({ ...row, serverId })), next }
}
