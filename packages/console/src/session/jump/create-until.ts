import { createEffect, createRoot, onCleanup, type Accessor } from 'solid-js'

export type Until = (is: Accessor<boolean>) => Promise<void>

/** Waits until something is so. When the calling owner is gone, nobody waits for anything any more. */
export function createUntil(): Until {
  const waiting = new Set<() => void>()
  onCleanup(() => {
    for (const dispose of waiting) dispose()
  })
  return (is) =>
    new Promise((resolve) =>
      createRoot((dispose) => {
        waiting.add(dispose)
        createEffect(() => {
          if (!is()) return
          resolve()
          waiting.delete(dispose)
          dispose()
        })
      }),
    )
}
