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

/** `home` is looked into as well. Rejects when the engine does not answer; a directory that can't be read is named in `skipped` instead. */
export async function readSnapshot(
  target: Target,
  position: Position,
  seen: Testimony,
  home: string,
): Promise<ServerSnapshot> {
  const [sessions, projects] = await Promise.all([
    readEngine<GlobalSession[]>(target, `/experimental/session?limit=${SESSIONS}`),
    readEngine<{ worktree: string }[]>(target, '/project'),
  ])
  const directories = directoriesOf([home, ...seen.directories], sessions, projects)
  const skipped: ServerSnapshot['skipped'] = directories
    .slice(DIRECTORIES)
    .map((directory) => ({ directory, reason: 'too many directories' }))
  const all = await inTurns(AT_A_TIME, directories.slice(0, DIRECTORIES), (directory) =>
    readDirectory(target, directory).catch((error: unknown) => {
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

/** `/` as a project is the engine's name for what is in no repository: nothing of its own is there. */
function directoriesOf(
  extra: readonly string[],
  sessions: readonly GlobalSession[],
  projects: readonly { worktree: string }[],
): string[] {
  const worktrees = projects.map(({ worktree }) => worktree).filter((worktree) => worktree !== '/')
  return [...new Set([...extra, ...sessions.map(({ directory }) => directory), ...worktrees])]
}

async function readDirectory(target: Target, directory: string): Promise<Found> {
  const read = <T>(path: string) =>
    readEngine<T>(target, `${path}?directory=${encodeURIComponent(directory)}`)
  const placed = <T>(list: T[]) => list.map((one) => ({ ...one, directory }))
  const [activity, permissions, questions, terminals] = await Promise.all([
    read<Found['activity']>('/session/status'),
    read<PermissionRequest[]>('/permission'),
    read<QuestionRequest[]>('/question'),
    read<Pty[]>('/pty'),
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
