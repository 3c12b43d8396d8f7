/** What a healthy engine tells about itself in two cheap reads (5 ms each): its projects and when something last happened. */
import type { ServerProject } from '../../shared/api.ts'
import type { ServerView } from './daemon-control.ts'
import { readEngine } from './read-engine.ts'

type Json = Record<string, unknown>

/** Asked for again after so long, and at once for a server that has just come up. */
const FRESH_MS = 10_000

interface Details {
  projects: ServerProject[]
  /** Unix milliseconds of the newest session change, null for none. */
  lastActive: number | null
}

/** Gives a function that adds details to what it is given; an engine that does not tell is shown without, or with the last ones. */
export function makeDetails(): (view: ServerView) => Promise<ServerView> {
  const known = new Map<string, { at: number; details: Details }>()
  return async (view) => {
    const { info, target } = view
    const key = `${info.id} ${info.startedAt ?? ''}`
    const last = known.get(key)
    const isFresh = last !== undefined && performance.now() - last.at < FRESH_MS
    if (info.health !== 'healthy' || !target || isFresh) return withDetails(view, last?.details)
    const details = await readDetails(target).catch(() => last?.details)
    if (details) known.set(key, { at: performance.now(), details })
    return withDetails(view, details)
  }
}

function withDetails({ info, target }: ServerView, details: Details | undefined): ServerView {
  return { info: { ...info, ...details }, target }
}

async function readDetails(target: NonNullable<ServerView['target']>): Promise<Details> {
  const [projects, sessions] = await Promise.all([
    readEngine<Json[]>(target, '/project'),
    readEngine<Json[]>(target, '/experimental/session?limit=1'),
  ])
  return { projects: projects.flatMap(toProject), lastActive: updatedAt(sessions[0]) }
}

function toProject({ id, worktree, name }: Json): ServerProject[] {
  if (typeof id !== 'string' || typeof worktree !== 'string') return []
  return [{ id, worktree, ...(typeof name === 'string' && name !== '' ? { name } : {}) }]
}

function updatedAt(session: Json | undefined): number | null {
  const updated = (session?.['time'] as { updated?: unknown } | undefined)?.updated
  return typeof updated === 'number' ? updated : null
}
