import { createEffect, createRoot, untrack, type Accessor } from 'solid-js'
import type { ServerState } from '../../store/types.ts'

/** The engine names the session that it has begun within a second; a busy machine takes longer. Milliseconds. */
const PATIENCE_MS = 30_000

/**
 * Resolves to the session that an answer has the engine begin in a folder: it is named, and was not there when this was called. Other clients have
 * sessions named as well, when they show them. Undefined after a while, or when `stop` is called.
 */
export function untilBegun(
  server: Accessor<Pick<ServerState, 'selected' | 'sessions'> | undefined>,
  directory: string,
  patience = PATIENCE_MS,
): { session: Promise<string | undefined>; stop: () => void } {
  const before = new Set(untrack(() => Object.keys(server()?.sessions ?? {})))
  const isBegun = (id: string) => !before.has(id) && server()?.sessions[id]?.directory === directory
  let stop: () => void = () => undefined
  const session = new Promise<string | undefined>((resolve) =>
    createRoot((dispose) => {
      const end = (sessionId?: string) => {
        clearTimeout(timer)
        dispose()
        resolve(sessionId)
      }
      const timer = setTimeout(end, patience)
      stop = end
      createEffect(() => {
        const named = server()?.selected?.sessionId
        if (named !== undefined && isBegun(named)) queueMicrotask(() => end(named))
      })
    }),
  )
  return { session, stop: () => stop() }
}
