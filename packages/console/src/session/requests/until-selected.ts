import { createEffect, createRoot, untrack, type Accessor } from 'solid-js'

/** The engine names the session that it has begun within a second; a busy machine takes longer. Milliseconds. */
const PATIENCE_MS = 30_000

/** Resolves to the next session that is named, and to undefined after a while, or when `stop` is called. */
export function untilSelected(
  selected: Accessor<{ sessionId: string } | undefined>,
  patience = PATIENCE_MS,
): { session: Promise<string | undefined>; stop: () => void } {
  const before = untrack(selected)
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
        const now = selected()
        if (now && now !== before) queueMicrotask(() => end(now.sessionId))
      })
    }),
  )
  return { session, stop: () => stop() }
}
