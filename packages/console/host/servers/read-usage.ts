import type { Dropped } from '@kilo-console/engine/edge/check'
import { fittingOnes } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { countedSession, type CountedSession } from '@kilo-console/engine/edge/usage'
import { NO_PROJECT } from '../../shared/api.ts'
import type { UsagePage, UsageRow } from '../../shared/usage.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from './could-not-read.ts'
import { AnswerError } from './answer-error.ts'
import { EngineRefusal, PATIENT_MS, readEnginePage, type EnginePage } from './read-engine.ts'

/** Of 0.5 KB and 0.4 ms each, as a rule. */
const SESSIONS = 500
/** What are so few are not too many. */
const FEWEST = 30

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
  try {
    const { value, older } = await askFor(target, cursor, SESSIONS)
    const rows = fittingOnes(countedSession, value, hostLimits.items, dropped).map(rowOf)
    return { rows, next: older !== null && isBefore(older, cursor) ? older : null }
  } catch (error) {
    throw couldNotRead('The sessions', error)
  }
}

/** A place is a time, and times fall: a server that answers the same pages for ever is not asked for ever. */
const isBefore = (older: string, cursor: string | undefined) =>
  /^\d{1,16}$/.test(older) && (cursor === undefined || Number(older) < Number(cursor))

/** Sessions with long rules and many changes may be more together than an answer may be: then fewer are asked for. */
async function askFor(target: Target, cursor: string | undefined, limit: number): Promise<EnginePage> {
  const query = new URLSearchParams({ archived: 'true', limit: String(limit), ...(cursor && { cursor }) })
  try {
    return await readEnginePage(target, `/experimental/session?${query.toString()}`, undefined, PATIENT_MS)
  } catch (error) {
    if (!(error instanceof AnswerError) || error instanceof EngineRefusal || limit <= FEWEST) throw error
    return askFor(target, cursor, Math.ceil(limit / 2))
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
