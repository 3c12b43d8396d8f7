import { createEffect, onCleanup, type Accessor } from 'solid-js'

/** Held, together with others, by every window that somebody can see. */
export const SEEN_LOCK = 'kilo-console.seen'

/** Other windows know by it that one of them is looked at. Absent where the page came over an unsafe connection: there are no notices either. */
export function createSeenLock(visible: Accessor<boolean>): void {
  createEffect(() => {
    const { locks } = navigator as { locks?: LockManager }
    if (!visible() || !locks) return
    const ended = new AbortController()
    const hold = () => new Promise<void>((release) => ended.signal.addEventListener('abort', () => release()))
    locks.request(SEEN_LOCK, { mode: 'shared', signal: ended.signal }, hold).catch(() => undefined)
    onCleanup(() => ended.abort())
  })
}
