/**
 * All that the roster shows of one server, read beside the engine: one request for a page instead of four a directory. Directories are
 * those of the newest sessions and of the projects, and where the caller saw something happen (engine.md: "both are per directory").
 */
import type {
  GlobalSession,
  Message,
  PermissionRequest,
  Pty,
  QuestionRequest,
  SessionStatus,
} from '@kilocode/sdk/v2/client'
import { inDirectory } from '@kilo-console/daemon'
import { id, object, type Schema } from '@kilo-console/engine/edge/bounds'
import { fittingEntries, fittingOnes, type Dropped } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { message } from '@kilo-console/engine/edge/message'
import { project } from '@kilo-console/engine/edge/project'
import { permission, question } from '@kilo-console/engine/edge/requests'
import { globalSession, status } from '@kilo-console/engine/edge/session'
import { terminal } from '@kilo-console/engine/edge/terminal'
import { isOptional, type InDirectory } from '../../shared/roster/roster.ts'
import type { ServerSnapshot } from '../../shared/snapshot.ts'
import type { Target } from '../http/proxy.ts'
import { makeByteBudget } from '../servers/byte-budget.ts'
import { mapLimit } from '../servers/map-limit.ts'
import { findInterrupted } from './interrupted.ts'
import { readEngine } from '../servers/read-engine.ts'
import type { Observations } from './observations.ts'

const SESSIONS = 200
/** The engine opens an instance for every directory that is asked for, 40-120 ms each: so many at a time, and so many in all. */
const AT_A_TIME = 4
const DIRECTORIES = 40

type Position = Pick<ServerSnapshot, 'epoch' | 'seq'>

interface Found {
  activity: Record<string, SessionStatus>
  permissions: InDirectory<PermissionRequest>[]
  questions: InDirectory<QuestionRequest>[]
  terminals: InDirectory<Pty>[]
}

export interface SnapshotSource {
  target: Target
  /** To be looked into whatever the engine says: the user's home, and where things were seen to happen. */
  directories: readonly string[]
  /** What somebody who was there can tell. */
  seen: Omit<Observations, 'directories'>
  /** Whether a folder is still there, as far as can be told. */
  isThere: (directory: string) => Promise<boolean>
  /** Told of entries that are not what they should be; the others are taken. */
  dropped: Dropped
}

/** Rejects when the engine does not answer; a directory that can't be read is named in `skipped` instead. */
export async function readSnapshot(source: SnapshotSource, position: Position): Promise<ServerSnapshot> {
  const { seen } = source
  const reader = readerOf(source)
  const [sessions, projects] = await Promise.all([
    reader.list(`/experimental/session?limit=${SESSIONS}`, globalSession),
    reader.list('/project', project),
  ])
  const directories = directoriesOf(source.directories, sessions, projects)
  const skipped: ServerSnapshot['skipped'] = directories
    .slice(DIRECTORIES)
    .map((directory) => ({ directory, reason: 'too many directories' }))
  const all = await mapLimit(AT_A_TIME, directories.slice(0, DIRECTORIES), (directory) =>
    readDirectory(reader, directory, source.isThere).catch((error: unknown) => {
      skipped.push({ directory, reason: error instanceof Error ? error.message : String(error) })
      return null
    }),
  )
  const found = all.filter((one) => one !== null)
  const activity = Object.assign({}, ...found.map((one) => one.activity)) as Found['activity']
  const isAwaited = (request: PermissionRequest | QuestionRequest) =>
    isOptional(request) || (request.sessionID in activity && !seen.isStale(request))
  // Only what was looked into is known to rest.
  const looked = new Set(directories.slice(0, DIRECTORIES).filter((_, index) => all[index] !== null))
  const atRest = sessions.filter(({ id, directory }) => !(id in activity) && looked.has(directory))
  return {
    ...position,
    sessions,
    more: sessions.length === SESSIONS,
    activity,
    busySince: seen.busySince,
    failed: seen.failed,
    interrupted: await interruptedAmong(atRest, activity, reader, seen),
    permissions: unique(found.flatMap((one) => one.permissions)).filter(isAwaited),
    questions: unique(found.flatMap((one) => one.questions)).filter(isAwaited),
    terminals: unique(found.flatMap((one) => one.terminals)),
    skipped,
  }
}

interface Reader {
  list<T>(path: string, schema: Schema<T>): Promise<T[]>
  byId<T>(path: string, schema: Schema<T>): Promise<Record<string, T>>
}

/** All that is read for one snapshot shares one budget: forty folders would be forty times three answers otherwise. */
function readerOf({ target, dropped }: SnapshotSource): Reader {
  const budget = makeByteBudget(hostLimits.snapshotBytes)
  const most = hostLimits.items
  return {
    list: async (path, schema) => fittingOnes(schema, await readEngine(target, path, budget), most, dropped),
    byId: async (path, schema) =>
      fittingEntries(id, schema, await readEngine(target, path, budget), most, dropped),
  }
}

/** The project `global` is for what is in no repository; its worktree is whatever was opened last. */
function directoriesOf(
  extra: readonly string[],
  sessions: readonly GlobalSession[],
  projects: readonly { id: string; worktree: string }[],
): string[] {
  const worktrees = projects.filter(({ id }) => id !== 'global').map(({ worktree }) => worktree)
  return [...new Set([...extra, ...sessions.map(({ directory }) => directory), ...worktrees])]
}

async function readDirectory(
  reader: Reader,
  directory: string,
  isThere: SnapshotSource['isThere'],
): Promise<Found> {
  const at = (path: string) => inDirectory(path, directory)
  const placed = <T>(list: T[]) => list.map((one) => ({ ...one, directory }))
  const [activity, permissions, questions, terminals] = await Promise.all([
    reader.byId(at('/session/status'), status),
    reader.list(at('/permission'), permission),
    reader.list(at('/question'), question),
    // The engine fails on this one where the folder is gone, and so are its terminals.
    isThere(directory).then((is) => (is ? reader.list(at('/pty'), terminal) : [])),
  ])
  return {
    activity: Object.fromEntries(Object.entries(activity).filter(([, status]) => status.type !== 'idle')),
    permissions: placed(permissions),
    questions: placed(questions),
    terminals: placed(terminals),
  }
}

const newestMessage = object<{ info: Message }>({ info: message })

/** Sessions that were at work when they were last heard of, that are at rest or could not be looked at, and whose turn has no end. */
function interruptedAmong(
  atRest: readonly GlobalSession[],
  activity: Found['activity'],
  reader: Reader,
  { busySince, cutOff }: SnapshotSource['seen'],
): Promise<string[]> {
  const directories = new Map(atRest.map(({ id, directory }) => [id, directory]))
  const suspects = new Set([
    ...cutOff.filter((id) => !(id in activity)),
    ...Object.keys(busySince).filter((id) => directories.has(id)),
  ])
  return findInterrupted([...suspects], cutOff, async (id) => {
    const directory = directories.get(id)
    if (directory === undefined) throw new Error(`the folder of ${id} was not looked into`)
    const path = inDirectory(`/session/${encodeURIComponent(id)}/message`, directory)
    const [newest] = await reader.list(`${path}&limit=1`, newestMessage)
    return newest?.info
  })
}

/** Two directories of one instance list the same things. */
function unique<T extends { id: string }>(list: T[]): T[] {
  return [...new Map(list.map((one) => [one.id, one])).values()]
}
