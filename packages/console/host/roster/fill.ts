/**
 * Reads what a server's events have not told, and tells it piece by piece: sessions at once, then what goes on in those few folders where
 * something happened, so that the page fills up meanwhile.
 */
import type { GlobalSession, Message, Session } from '@kilocode/sdk/v2/client'
import { inDirectory } from '@kilo-console/daemon'
import { object } from '@kilo-console/engine/edge/bounds'
import type { Dropped } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { message } from '@kilo-console/engine/edge/message'
import { globalSession, session } from '@kilo-console/engine/edge/session'
import type { DirectoryRead, RosterChange } from '../../shared/roster/change.ts'
import { keptSession } from '../../shared/roster/kept-session.ts'
import type { Roster, Skipped } from '../../shared/roster/roster.ts'
import type { Target } from '../http/proxy.ts'
import { mapLimit } from '../servers/map-limit.ts'
import { findInterrupted, type Ended } from './interrupted.ts'
import type { Observations } from './observations.ts'
import { placesOf } from './places.ts'
import { readDirectory, readerOf, type Reader } from './read-directory.ts'
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
  const listed = [...sessions, ...(await readPinned(source.pinned, sessions, reader))]
  publish({ kind: 'sessions', sessions: listed.map(keptSession), more, isNewRun }, askedAt)
  const { found, skipped } = await readPlaces(source, reader, sessions)
  const idle = idleAmong(busyBefore, found, roster)
  const suspects = [...new Set([...idle, ...(isNewRun ? Object.keys(roster.interrupted) : [])])]
  publish({ kind: 'turns', idle, ...(await endsOf(suspects, sessions, reader, roster)), skipped }, askedAt)
}

/** Those that are older than what was listed. One that cannot be read is gone, or in the way of nobody else. */
async function readPinned(
  pinned: readonly string[],
  listed: readonly GlobalSession[],
  reader: Reader,
): Promise<Session[]> {
  const known = new Set(listed.map(({ id }) => id))
  const missing = pinned.filter((id) => !known.has(id))
  const read = await mapLimit(AT_A_TIME, missing, (id) =>
    reader.one(`/session/${encodeURIComponent(id)}`, session).catch(() => undefined),
  )
  return read.filter((one): one is Session => one !== undefined && !one.time.archived)
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
