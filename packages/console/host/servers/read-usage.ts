import type { Dropped } from '@kilo-console/engine/edge/check'
import { fittingOnes } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { countedSession, type CountedSession } from '@kilo-console/engine/edge/usage'
import type { UsagePage, UsageRow } from '../../shared/usage.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from './could-not-read.ts'
import { PATIENT_MS, readEnginePage } from './read-engine.ts'

/** Of 0.5 KB and 0.4 ms each. */
const SESSIONS = 500

/** The engine's project for what is in no repository: its worktree is wherever such a session was opened last. */
const NO_PROJECT = 'global'

/**
 * A page of sessions of all projects, archived ones and subagents' among them, as far as what they took is counted: the engine has no statistics, and its
 * list of sessions costs one call. Throws 400 `bad-cursor`, 502 `server-unreachable`.
 */
export async function readUsage(
  target: Target,
  cursor: string | undefined,
  dropped: Dropped,
): Promise<UsagePage> {
  if (cursor !== undefined && !/^\d{1,16}$/.test(cursor))
    throw new HttpProblem(400, 'bad-cursor', 'This is no place in a list of sessions.')
  const query = new URLSearchParams({ archived: 'true', limit: String(SESSIONS), ...(cursor && { cursor }) })
  try {
    const path = `/experimental/session?${query.toString()}`
    const { value, older } = await readEnginePage(target, path, undefined, PATIENT_MS)
    const rows = fittingOnes(countedSession, value, hostLimits.items, dropped).map(rowOf)
    // A server that answers the same page for ever is not asked for ever.
    return { rows, next: older !== null && /^\d{1,16}$/.test(older) && older !== cursor ? older : null }
  } catch (error) {
    throw couldNotRead('The sessions', error)
  }
}

function rowOf({ id, title, parentID, model, time, cost, tokens, ...place }: CountedSession): UsageRow {
  return {
    id,
    title,
    ...(parentID !== undefined && { parentID }),
    project: projectOf(place),
    ...(model && { model: { providerID: model.providerID, modelID: model.id } }),
    created: time.created,
    updated: time.updated,
    cost: atLeastNothing(cost),
    tokens: {
      input: atLeastNothing(tokens?.input),
      output: atLeastNothing(tokens?.output),
      reasoning: atLeastNothing(tokens?.reasoning),
      cacheRead: atLeastNothing(tokens?.cache.read),
      cacheWrite: atLeastNothing(tokens?.cache.write),
    },
  }
}

/** Imported sessions have none. */
const atLeastNothing = (count = 0): number => Math.max(0, count)

function projectOf({
  projectID,
  project,
  directory,
}: Pick<CountedSession, 'projectID' | 'project' | 'directory'>): UsageRow['project'] {
  if (!project || projectID === NO_PROJECT) return { id: directory, folder: directory }
  return { id: projectID, folder: project.worktree, ...(project.name && { name: project.name }) }
}
