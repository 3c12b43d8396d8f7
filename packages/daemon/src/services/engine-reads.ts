import { inDirectory } from './in-directory.ts'
import { basicHeader } from './credentials.ts'
import { getBounded, type GetOptions } from '../net/bounded-get.ts'
import { ownerOf } from '../net/owned-listener.ts'
import { ageOf } from '../process/identity.ts'
import { type EngineState } from '../state/state.ts'
import { isRecord } from '../validate.ts'

/** A clock that was set since the start, and sessions that were touched while it started. */
const SLACK_MS = 60_000

/** Default: 5 s. */
export type ReadOptions = Pick<GetOptions, 'signal' | 'timeoutMs'>

/** JSON from the engine, bounded in time and bytes. Undefined for whatever is not an answer 200 with JSON. */
export async function askEngine(
  state: EngineState,
  path: string,
  options: ReadOptions = {},
): Promise<unknown> {
  const answer = await getBounded(`${state.url}${path}`, {
    headers: basicHeader(state.token),
    owner: ownerOf(state),
    maxBytes: 8 << 20,
    timeoutMs: 5000,
    ...options,
  })
  if (answer.kind !== 'answer' || answer.status !== 200) return undefined
  try {
    return JSON.parse(answer.body)
  } catch {
    return undefined
  }
}

/** How many sessions changed since this engine started (1,000 at most are counted), and in which directories. */
export async function sessionsSinceStart(
  state: EngineState,
  options?: ReadOptions,
): Promise<{ count: number; directories: string[] } | undefined> {
  const since = await startOf(state)
  const sessions = await askEngine(
    state,
    `/experimental/session?start=${since}&archived=true&limit=1000`,
    options,
  )
  if (!Array.isArray(sessions)) return undefined
  const directories = sessions.flatMap((session: unknown) =>
    isRecord(session) && typeof session['directory'] === 'string' ? [session['directory']] : [],
  )
  return { count: sessions.length, directories: [...new Set(directories)] }
}

/**
 * From when on sessions are this engine's, by the clock that it writes their times with: Unix milliseconds. The file's time is of a clock
 * that may have been set since (faults.md 11), so the process's own age counts too, and the earlier of both.
 */
async function startOf({ pid, startedAt }: EngineState): Promise<number> {
  const ageMs = await ageOf(pid)
  const byAge = ageMs === undefined ? Infinity : Date.now() - ageMs
  return Math.round(Math.min(Date.parse(startedAt), byAge) - SLACK_MS)
}

/** How many sessions of this directory are at work. */
export async function busyIn(
  state: EngineState,
  directory: string,
  options?: ReadOptions,
): Promise<number | undefined> {
  const statuses = await askEngine(state, inDirectory('/session/status', directory), options)
  if (!isRecord(statuses)) return undefined
  return Object.values(statuses).filter((status) => isRecord(status) && status['type'] !== 'idle').length
}
