import { createEffect, createRoot, type Accessor } from 'solid-js'

/** After a stop the engine says within a second that the session is idle; a busy machine takes longer. Milliseconds. */
const PATIENCE_MS = 20_000

/** Resolves when it is no longer busy: true; or false after a while. */
export function untilIdle(busy: Accessor<boolean>): Promise<boolean> {
  return new Promise((resolve) =>
    createRoot((dispose) => {
      const timer = setTimeout(() => end(false), PATIENCE_MS)
      const end = (idle: boolean) => {
        clearTimeout(timer)
        dispose()
        resolve(idle)
      }
      createEffect(() => busy() || queueMicrotask(() => end(true)))
    }),
  )
}
