/**
 * PURE: another engine than the managed one that misses a health check is slow, not gone (faults.md 22): it stays as it last answered for a while. What
 * listens there is proven again with every connection.
 */
import type { ServerView } from './daemon-control.ts'

const PATIENCE_MS = 8000

export interface Lately {
  /** As it was when it last answered well; undefined when that is too long ago. */
  of(this: void, id: string): ServerView | undefined
  /** What a look has found. */
  note(found: readonly ServerView[]): void
}

/** `now`: monotonic milliseconds. */
export function makeLately(now: () => number = () => performance.now()): Lately {
  let good = new Map<string, { view: ServerView; at: number }>()
  const isFresh = ({ at }: { at: number }) => now() - at <= PATIENCE_MS
  return {
    of(id) {
      const known = good.get(id)
      return known && isFresh(known) ? known.view : undefined
    },
    note(found) {
      const before = good
      good = new Map()
      for (const view of found.filter(({ info }) => info.health === 'healthy')) {
        const known = before.get(view.info.id)
        // One that was only remembered has not answered again.
        good.set(view.info.id, known?.view === view ? known : { view, at: now() })
      }
    },
  }
}
