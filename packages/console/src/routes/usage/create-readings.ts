import { createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { hostNow } from '../../clock/host-time.ts'
import { toProblem } from '../../sdk/problem.ts'
import { isEnough, keepSame, readRows, unread, type Reading, type RowsPage } from './read-rows.ts'

/** Since it was begun sessions have gone on: what was read later is at the beginning now, and would be missed. */
const OLD_MS = 60_000

export interface DatedReading extends Reading {
  /** When it was begun, Unix milliseconds of the host's clock. */
  asOf: number
}

export interface ServerReading {
  /** What counts: enough, or as much as was read by now. */
  shown?: DatedReading | undefined
  /** What is to take its place when it is as much. */
  anew?: DatedReading | undefined
  /** The one that counts; others have been overtaken. */
  run: number
  busy: boolean
  problem?: Problem | undefined
}

export interface Readings {
  servers: Accessor<Readonly<Record<string, ServerReading>>>
  /** Goes on where it ended, unless that is old or `isAnew`: then what was read before stays until as much is read again, if it is enough. */
  read(this: void, id: string, isAnew?: boolean): Promise<void>
}

/** What was read of each server, as far back as `since` wants. */
export function createReadings(
  since: Accessor<number>,
  readPage: (id: string, cursor: string | undefined) => Promise<RowsPage>,
  now = hostNow,
): Readings {
  // No store: that would make a proxy of each of thousands of rows.
  const [servers, setServers] = createSignal<Readonly<Record<string, ServerReading>>>({})
  const change = (id: string, to: Partial<ServerReading>) =>
    setServers((all) => ({ ...all, [id]: { ...(all[id] ?? { run: 0, busy: true }), ...to } }))
  let runs = 0
  let ended = false
  onCleanup(() => (ended = true))

  async function read(id: string, isAnew = false): Promise<void> {
    const run = (runs += 1)
    const isWanted = () => !ended && untrack(servers)[id]?.run === run
    const before = untrack(servers)[id]
    const begun = before?.anew ?? before?.shown
    const isGoingOn = begun !== undefined && !isAnew && now() - begun.asOf < OLD_MS
    const start: DatedReading = isGoingOn ? begun : { ...unread, asOf: now() }
    const wanted = untrack(since)
    // Figures of a shorter range would pass for those of the longer one.
    const isAside = before?.shown !== undefined && start !== before.shown && isEnough(before.shown, wanted)
    let last = start
    // From the beginning on: when its first page fails, the next try must not find the old figures enough.
    const reading = isAside ? { anew: start } : { shown: isGoingOn ? start : undefined, anew: undefined }
    change(id, { run, busy: true, problem: undefined, ...reading })
    try {
      await readRows(start, wanted, {
        readPage: (cursor) => readPage(id, cursor),
        tell(reading) {
          last = { ...reading, asOf: start.asOf }
          change(id, isAside ? { anew: last } : { shown: last })
        },
        isWanted,
      })
      if (isAside && isWanted()) change(id, { shown: replace(last, before.shown), anew: undefined })
    } catch (error) {
      if (isWanted()) change(id, { problem: toProblem(error) })
    }
    if (isWanted()) change(id, { busy: false })
  }
  return { servers, read }
}

const replace = (read: DatedReading, before: DatedReading | undefined): DatedReading => ({
  ...read,
  rows: keepSame(read.rows, before?.rows ?? []),
})
