import { basicHeader } from './credentials.ts'
import { getBounded } from './probe.ts'
import { isRecord, type EngineState } from './state.ts'

/** A clock that was set since the start, and sessions that were touched while it started. */
const SLACK_MS = 60_000

/**
 * How many sessions the engine is at work on; undefined when it does not say.
 *
 * Only `GET /session/status` tells, and only for one directory (7.7.7: `/api/session/active` stays empty during a turn that was begun
 * by `prompt_async`). So every directory is asked in which a session changed since this engine started: a turn that runs began since.
 */
export async function busySessions(state: EngineState, signal?: AbortSignal): Promise<number | undefined> {
  const get = (path: string) => getJson(state, path, signal)
  const since = Date.parse(state.startedAt) - SLACK_MS
  const sessions = await get(`/experimental/session?start=${since}&archived=true&limit=1000`)
  if (!Array.isArray(sessions)) return undefined
  const directories = sessions.flatMap((session: unknown) =>
    isRecord(session) && typeof session['directory'] === 'string' ? [session['directory']] : [],
  )
  let busy = 0
  for (const directory of new Set(directories)) {
    const statuses = await get(`/session/status?directory=${encodeURIComponent(directory)}`)
    if (!isRecord(statuses)) return undefined
    busy += Object.values(statuses).filter((status) => isRecord(status) && status['type'] !== 'idle').length
  }
  return busy
}

async function getJson(state: EngineState, path: string, signal?: AbortSignal): Promise<unknown> {
  const options = { headers: basicHeader(state.token), maxBytes: 8 << 20, timeoutMs: 5000 }
  const answer = await getBounded(`${state.url}${path}`, { ...options, ...(signal ? { signal } : {}) })
  if (answer.kind !== 'answer' || answer.status !== 200) return undefined
  try {
    return JSON.parse(answer.body)
  } catch {
    return undefined
  }
}
