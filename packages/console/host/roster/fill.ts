/**
 * Reads what a server's events have not told, and tells it piece by piece: sessions at once, then what goes on in those few folders where
 * something happened, so that the page fills up meanwhile.
 */
import type { GlobalSession, Message } from '@kilocode/sdk/v2/client'
import { inDirectory } from '@kilo-console/daemon'
import { object } from '@kilo-console/engine/edge/bounds'
import type { Dropped } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { message } from '@kilo-console/engine/edge/message'
import { globalSession } from '@kilo-console/engine/edge/session'
import type { DirectoryRead, RosterChange } from '../../shared/roster/change.ts'
import { keptSession } from '../../shared/roster/kept-session.ts'
import type { Roster, Skipped } from '../../shared/roster/roster.ts'
import type { Target } from '../http/proxy.ts'
import { mapLimit } from '../servers/map-limit.ts'
import { findInterrupted, type Ended } from './interrupted.ts'
import type { Observations } from './observations.ts'
import { placesOf } from './places.ts'
import { readDirectory, readerOf, type Reader } from './read-directory.ts'
import { readPinned } from './read-pinned.ts'
import { findLostTerminals, type TerminalFolders } from './lost-terminals.ts'

const SESSIONS = 200
/** A folder that the engine has not open costs it 40-120 ms and much memory. */
const AT_A_TIME = 4

export interface FillSource {
  target: Target
  /** As it is now, and becomes meanwhile. */
  roster: Readonly<Roster>
  /** It is the first time that this run of the server is read. */
  isNewRun: boolean
  /** The server makes suggestions. */
  suggests: boolean
  /** When this run began, Unix milliseconds; undefined: not known. */
  startedAt: number | undefined
  /** What somebody who was there can tell. */
  seen: Observations
  /** Sessions that are shown however old they are. */
  pinned: readonly string[]
  /** Told of those that are deleted or archived. */
  pinsGone: (ids: readonly string[]) => void
  /** Where its terminals are, as the system tells. */
  terminalFolders: TerminalFolders
  /** Whether a folder is still there, as far as can be told: the engine fails to list the terminals of one that is not. */
  isThere: (directory: string) => Promise<boolean>
  /** Told of entries that are not what they should be; the others are taken. */
  dropped: Dropped
  /** `askedAt`: monotonic milliseconds. */
  publish: (change: RosterChange, askedAt: number) => void
}

/** Rejects when the sessions cannot be read; a folder that can't be read is named instead. */
export async function fillRoster(source: FillSource): Promise<void> {
  const { publish, roster, isNewRun } = source
  const askedAt = performance.now()
  // Before anything is waited for: what is pinned from now on is told by itself.
  publish({ kind: 'pinned', ids: [...source.pinned] }, askedAt)
  const busyBefore = Object.keys(roster.activity)
  const reader = readerOf(source.target, source.dropped)
  const sessions = await reader.list(`/experimental/session?limit=${SESSIONS}`, globalSession)
  const more = sessions.length === SESSIONS
  const listed = new Set(sessions.map(({ id }) => id))
  const older = source.pinned.filter((id) => !listed.has(id))
  // As they were known: nobody waits for them, and one that is slow to be read does not vanish.
  const known = older.flatMap((id) => roster.sessions[id] ?? [])
  publish({ kind: 'sessions', sessions: [...sessions.map(keptSession), ...known], more, isNewRun }, askedAt)
  const [{ found, skipped }] = await Promise.all([
    readPlaces(source, reader, sessions),
    publishPinned(source, reader, older),
  ])
  const idle = idleAmong(busyBefore, found, roster)
  const suspects = [...new Set([...idle, ...(isNewRun ? Object.keys(roster.interrupted) : [])])]
  publish({ kind: 'turns', idle, ...(await endsOf(suspects, sessions, reader, roster)), skipped }, askedAt)
}

async function publishPinned(source: FillSource, reader: Reader, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const askedAt = performance.now()
  const { read, archived } = await readPinned(ids, reader)
  source.publish(read, askedAt)
  // A server is known by its port: one of other data knows none of what is pinned, and is no reason to forget it.
  const knowsSome = ids.length < source.pinned.length || read.sessions.length + archived.length > 0
  if (knowsSome && read.gone.length > 0) source.pinsGone(read.gone)
}

async function readPlaces(
  source: FillSource,
  reader: Reader,
  sessions: readonly GlobalSession[],
): Promise<{ found: DirectoryRead[]; skipped: Skipped[] }> {
  const { roster, seen, startedAt } = source
  const places = placesOf({ sessions, roster, seen: seen.directories, startedAt })
  const folders = await source.terminalFolders()
  const skipped = places
    .slice(hostLimits.directories)
    .map((directory) => ({ directory, reason: 'too many directories' }))
  const read = async (directory: string): Promise<DirectoryRead | null> => {
    try {
      const askedAt = performance.now()
      // Nothing to ask for where the system says that there are none.
      const withTerminals = folders?.size !== 0 && (await source.isThere(directory))
      const isHere = (id: string) => sessions.some((each) => each.id === id && each.directory === directory)
      const suggestionsOf = source.suggests ? isHere : undefined
      const question = { directory, withTerminals, isStale: seen.isStale, suggestionsOf }
      const found = await readDirectory(reader, question)
      source.publish(found, askedAt)
      return found
    } catch (error) {
      skipped.push({ directory, reason: error instanceof Error ? error.message : String(error) })
      return null
    }
  }
  const first = await mapLimit(AT_A_TIME, places.slice(0, hostLimits.directories), read)
  const rest = await findLostTerminals({ folders, roster, sessions, looked: new Set(places), read })
  return { found: [...first, ...rest].filter((one) => one !== null), skipped }
}

/** They were at work, and where they are nobody is. Whose folder could not be looked into may be at work still. */
function idleAmong(
  busy: readonly string[],
  found: readonly DirectoryRead[],
  roster: Readonly<Roster>,
): string[] {
  const looked = new Set(found.map(({ directory }) => directory))
  const isBusy = (id: string) => found.some(({ activity }) => id in activity)
  return busy.filter((id) => {
    const directory = roster.sessions[id]?.directory
    return !isBusy(id) && (directory === undefined || looked.has(directory))
  })
}

const newestMessage = object<{ info: Message }>({ info: message })

/** How the turns of these sessions ended: at rest, with no end heard of. */
function endsOf(
  suspects: readonly string[],
  sessions: readonly GlobalSession[],
  reader: Reader,
  { interrupted }: Readonly<Roster>,
): Promise<Ended> {
  const directories = new Map(sessions.map(({ id, directory }) => [id, directory]))
  const isKnown = (id: string) => id in interrupted
  return findInterrupted(suspects, isKnown, async (id) => {
    const directory = directories.get(id)
    if (directory === undefined) throw new Error(`nobody knows the folder of ${id}`)
    const path = inDirectory(`/session/${encodeURIComponent(id)}/message`, directory)
    const [newest] = await reader.list(`${path}&limit=1`, newestMessage)
    return newest?.info
  })
}
