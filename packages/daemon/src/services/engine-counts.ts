import { inDirectory } from './in-directory.ts'
import { busyIn, askEngine, sessionsSinceStart, type ReadOptions } from './engine-reads.ts'
import type { EngineState } from '../state/state.ts'

export interface EngineCounts {
  /** Sessions that changed since this engine started. */
  sessions: number
  /** Of these, at work now. */
  busy: number
  /** Open in the home folder or where one of these sessions lives. */
  terminals: number
}

/**
 * What an engine that was proven to be the recorded one has open. Undefined: one of its answers did not come in time; there are two rounds
 * of them. Directories are asked at once; those are open in the engine already.
 */
export async function engineCounts(
  state: EngineState,
  options: ReadOptions,
): Promise<EngineCounts | undefined> {
  const [sessions, atHome] = await Promise.all([
    sessionsSinceStart(state, options),
    terminalsAt(state, '/pty', options),
  ])
  if (!sessions || !atHome) return undefined
  const found = await Promise.all(
    sessions.directories.map(async (directory) => {
      const here = inDirectory('/pty', directory)
      const [busy, terminals] = await Promise.all([
        busyIn(state, directory, options),
        terminalsAt(state, here, options),
      ])
      return { busy, terminals }
    }),
  )
  const terminals = new Set(atHome)
  let busy = 0
  for (const here of found) {
    if (here.busy === undefined || !here.terminals) return undefined
    busy += here.busy
    for (const id of here.terminals) terminals.add(id)
  }
  return { sessions: sessions.count, busy, terminals: terminals.size }
}

async function terminalsAt(
  state: EngineState,
  path: string,
  options: ReadOptions,
): Promise<string[] | undefined> {
  const list = await askEngine(state, path, options)
  if (!Array.isArray(list)) return undefined
  return list.map((terminal: { id?: unknown }) => String(terminal.id))
}
