/** What a healthy engine tells about itself in cheap reads (5 ms each): its projects, when something last happened, and once what it can do. */
import type { ServerProject } from '../../shared/api.ts'
import { fittingOnes } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { project, type Project } from '@kilo-console/engine/edge/project'
import { globalSession } from '@kilo-console/engine/edge/session'
import type { ServerView } from './daemon-control.ts'
import { makeEngineKinds } from './engine-kinds.ts'
import { readEngine } from './read-engine.ts'

/** Asked for again after so long, and at once for a server that has just come up. */
const FRESH_MS = 10_000

interface Details {
  projects: ServerProject[]
  /** Unix milliseconds of the newest session change, null for none. */
  lastActive: number | null
}

/** Who tells of changes all the time is not asked all the time: the next look finds the rest. */
const NEWS_MS = 500

export interface Reading {
  /** Adds details to what it is given; an engine that does not tell is shown without, or with the last ones. */
  read(this: void, view: ServerView): Promise<ServerView>
  /** What was read of it is old. Gives whether that is worth a look at once. */
  stale(this: void, id: string): boolean
}

export function makeDetails(): Reading {
  const known = new Map<string, { startedAt: number | undefined; at: number; details: Details }>()
  const staleAt = new Map<string, number>()
  const kinds = makeEngineKinds()
  async function read(found: ServerView): Promise<ServerView> {
    const view = await kinds(found)
    const { info, target } = view
    const { id, startedAt } = info
    const before = known.get(id)
    const last = before?.startedAt === startedAt ? before : undefined
    const at = performance.now()
    const isFresh = last !== undefined && at - last.at < FRESH_MS && last.at > (staleAt.get(id) ?? 0)
    if (info.health !== 'healthy' || !target || isFresh) return withDetails(view, last?.details)
    const details = await readDetails(target).catch(() => last?.details)
    if (details) known.set(id, { startedAt, at, details })
    return withDetails(view, details)
  }
  return {
    read,
    stale(id) {
      const now = performance.now()
      const isNews = now - (staleAt.get(id) ?? Number.NEGATIVE_INFINITY) > NEWS_MS
      staleAt.set(id, now)
      return isNews
    },
  }
}

function withDetails({ info, target }: ServerView, details: Details | undefined): ServerView {
  return { info: { ...info, ...details }, target }
}

/** What does not fit is counted with the roster, which reads the same lists. */
const uncounted = (): void => undefined

async function readDetails(target: NonNullable<ServerView['target']>): Promise<Details> {
  const [projects, sessions] = await Promise.all([
    readEngine(target, '/project'),
    readEngine(target, '/experimental/session?limit=1'),
  ])
  const [newest] = fittingOnes(globalSession, sessions, 1, uncounted)
  return {
    projects: withinBudget(fittingOnes(project, projects, hostLimits.projects, uncounted)).map(shownProject),
    lastActive: newest?.time.updated ?? null,
  }
}

/** All that fit, in the engine's order: they go to every tab. */
function withinBudget(projects: Project[]): Project[] {
  let size = 0
  return projects.filter(({ id, worktree, name = '' }) => {
    size += id.length + worktree.length + name.length
    return size <= hostLimits.projectsSize
  })
}

const shownProject = ({ icon, ...rest }: Project): ServerProject => ({
  ...rest,
  ...(icon?.color && { color: icon.color }),
})
