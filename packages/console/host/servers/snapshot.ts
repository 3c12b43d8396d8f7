/**
 * All that the roster shows of one server, read beside the engine: one request for a page instead of four a directory. Directories are
 * those of the newest sessions and of the projects, and where the caller saw something happen (engine.md: "both are per directory").
 */
import type {
  GlobalSession,
  PermissionRequest,
  Pty,
  QuestionRequest,
  SessionStatus,
} from '@kilocode/sdk/v2/client'
import { inDirectory } from '@kilo-console/daemon'
import type { InDirectory, ServerSnapshot } from '../../shared/snapshot.ts'
import type { Target } from '../http/proxy.ts'
import { inTurns } from './in-turns.ts'
import { readEngine } from './read-engine.ts'
import type { Testimony } from './witness.ts'

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

/** Where the engine runs. */
export interface Surroundings {
  home: string
  /** Whether a folder is still there, as far as can be told. */
  isThere: (directory: string) => Promise<boolean>
}

/** `home` is looked into as well. Rejects when the engine does not answer; a directory that can't be read is named in `skipped` instead. */
export async function readSnapshot(
  target: Target,
  position: Position,
  seen: Testimony,
  { home, isThere }: Surroundings,
): Promise<ServerSnapshot> {
  const [sessions, projects] = await Promise.all([
    readEngine<GlobalSession[]>(target, `/experimental/session?limit=${SESSIONS}`),
    readEngine<{ id: string; worktree: string }[]>(target, '/project'),
  ])
  const directories = directoriesOf([home, ...seen.directories], sessions, projects)
  const skipped: ServerSnapshot['skipped'] = directories
    .slice(DIRECTORIES)
    .map((directory) => ({ directory, reason: 'too many directories' }))
  const all = await inTurns(AT_A_TIME, directories.slice(0, DIRECTORIES), (directory) =>
    readDirectory(target, directory, isThere).catch((error: unknown) => {
      skipped.push({ directory, reason: error instanceof Error ? error.message : String(error) })
      return null
    }),
  )
  const found = all.filter((one) => one !== null)
  return {
    ...position,
    sessions,
    more: sessions.length === SESSIONS,
    activity: Object.assign({}, ...found.map((one) => one.activity)) as Found['activity'],
    busySince: seen.busySince,
    permissions: unique(found.flatMap((one) => one.permissions)),
    questions: unique(found.flatMap((one) => one.questions)),
    terminals: unique(found.flatMap((one) => one.terminals)),
    skipped,
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
  target: Target,
  directory: string,
  isThere: Surroundings['isThere'],
): Promise<Found> {
  const read = <T>(path: string) => readEngine<T>(target, inDirectory(path, directory))
  const placed = <T>(list: T[]) => list.map((one) => ({ ...one, directory }))
  const [activity, permissions, questions, terminals] = await Promise.all([
    read<Found['activity']>('/session/status'),
    read<PermissionRequest[]>('/permission'),
    read<QuestionRequest[]>('/question'),
    // The engine fails on this one where the folder is gone, and so are its terminals.
    isThere(directory).then((is) => (is ? read<Pty[]>('/pty') : [])),
  ])
  return {
    activity: Object.fromEntries(Object.entries(activity).filter(([, status]) => status.type !== 'idle')),
    permissions: placed(permissions),
    questions: placed(questions),
    terminals: placed(terminals),
  }
}

/** Two directories of one instance list the same things. */
function unique<T extends { id: string }>(list: T[]): T[] {
  return [...new Map(list.map((one) => [one.id, one])).values()]
}
