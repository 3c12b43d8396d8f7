import { busyIn, readEngine, sessionsSinceStart } from './engine-reads.ts'
import type { Service } from './service.ts'
import { readState } from './state-file.ts'
import type { EngineState } from './state.ts'

export interface EngineCounts {
  /** Sessions that changed since this engine started. */
  sessions: number
  /** Of these, at work now. */
  busy: number
  /** Open in the home folder or where one of these sessions lives. */
  terminals: number
}

/**
 * What an engine that was just found healthy has open. `pid`: the process that was found; the password goes to no other (faults.md 18).
 * Undefined: it did not say within `timeoutMs`. Directories are asked at once; those are open in the engine already.
 */
export async function engineCounts(
  service: Service<EngineState>,
  pid: number,
  timeoutMs: number,
): Promise<EngineCounts | undefined> {
  const read = await readState(service)
  if (read.kind !== 'ok' || read.state.pid !== pid) return undefined
  const { state } = read
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), timeoutMs)
  try {
    return await count(state, controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

async function count(state: EngineState, signal: AbortSignal): Promise<EngineCounts | undefined> {
  const [sessions, atHome] = await Promise.all([
    sessionsSinceStart(state, signal),
    terminalsAt(state, '/pty', signal),
  ])
  if (!sessions || !atHome) return undefined
  const found = await Promise.all(
    sessions.directories.map(async (directory) => ({
      busy: await busyIn(state, directory, signal),
      terminals: await terminalsAt(state, `/pty?directory=${encodeURIComponent(directory)}`, signal),
    })),
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
  signal: AbortSignal,
): Promise<string[] | undefined> {
  const list = await readEngine(state, path, signal)
  if (!Array.isArray(list)) return undefined
  return list.map((terminal: { id?: unknown }) => String(terminal.id))
}
