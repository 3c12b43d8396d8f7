/**
 * PURE: where to look for work, requests and terminals. The engine tells of them folder by folder, and opens an instance of each folder that
 * it is asked about: 30 of them cost it 1.4 GB and most of a minute. So only where something has happened.
 */
import type { Session } from '@kilocode/sdk/v2/client'
import type { Roster } from '../../shared/roster/roster.ts'

/** A clock that was set since the start, and sessions that were touched while it started. Milliseconds. */
const SLACK_MS = 60_000
/** Of an engine that does not tell when it began: so many folders of the newest sessions. */
const NEWEST = 8

export interface Known {
  /** The newest first. */
  sessions: readonly Pick<Session, 'directory' | 'time'>[]
  roster: Readonly<Pick<Roster, 'sessions' | 'activity' | 'permissions' | 'questions' | 'terminals'>>
  /** Where events came from, the last first. */
  seen: readonly string[]
  /** When the engine began, Unix milliseconds: what has not changed since then is at rest. */
  startedAt: number | undefined
}

/** What somebody may wait for first. */
export function placesOf({ sessions, roster, seen, startedAt }: Known): string[] {
  const asked = [...Object.values(roster.permissions), ...Object.values(roster.questions)]
  const working = Object.keys(roster.activity).flatMap((id) => roster.sessions[id] ?? [])
  const touched =
    startedAt === undefined
      ? foldersOf(sessions).slice(0, NEWEST)
      : foldersOf(sessions.filter(({ time }) => time.updated >= startedAt - SLACK_MS))
  return [...new Set([...foldersOf([...asked, ...working]), ...terminalPlaces(roster), ...seen, ...touched])]
}

const foldersOf = (list: readonly { directory: string }[]): string[] => [
  ...new Set(list.map(({ directory }) => directory).filter((directory) => directory !== '')),
]

function terminalPlaces({ terminals }: Pick<Roster, 'terminals'>): string[] {
  return foldersOf(Object.values(terminals).filter(({ status }) => status === 'running'))
}

/**
 * Where a terminal whose shell is in this folder may have been opened, the likeliest first: in the folder or one above it, otherwise, for
 * shells walk, anywhere that sessions and projects are.
 */
export function placesOfShell(folder: string | undefined, known: readonly string[]): string[] {
  if (folder === undefined) return [...known]
  const isAbove = (place: string) =>
    place !== folder && `${folder}/`.startsWith(`${place.replace(/\/$/, '')}/`)
  const above = known.filter(isAbove).toSorted((a, b) => b.length - a.length)
  const elsewhere = known.filter((place) => place !== folder && !above.includes(place))
  return [folder, ...above, ...elsewhere]
}
