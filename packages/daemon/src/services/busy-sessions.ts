import { busyIn, sessionsSinceStart } from './engine-reads.ts'
import type { EngineState } from '../state/state.ts'

/**
 * How many sessions the engine is at work on; undefined when it does not say.
 *
 * Only `GET /session/status` tells, and only for one directory (7.7.7: `/api/session/active` stays empty during a turn that was begun
 * by `prompt_async`). So every directory is asked in which a session changed since this engine started: a turn that runs began since.
 */
export async function busySessions(state: EngineState, signal?: AbortSignal): Promise<number | undefined> {
  const options = signal ? { signal } : {}
  const sessions = await sessionsSinceStart(state, options)
  if (!sessions) return undefined
  let busy = 0
  for (const directory of sessions.directories) {
    const here = await busyIn(state, directory, options)
    if (here === undefined) return undefined
    busy += here
  }
  return busy
}
