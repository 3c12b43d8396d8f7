/** Keeps one upstream for each server and passes what it says to the hub. */
import type { Target } from '../http/proxy.ts'
import type { Hub } from './hub.ts'
import { makeUpstream } from './upstream.ts'

export interface Feed {
  /** The servers that can be talked to as of now: streams to new ones are opened, to others ended. */
  follow(targets: ReadonlyMap<string, Target>): void
  dispose(): void
}

/** `onLost(id)`: a stream broke; whoever watches health should look. */
export function makeFeed(hub: Hub, onLost: (id: string) => void): Feed {
  const open = new Map<string, { target: Target; end: () => void }>()
  /** Servers that were connected before, in this or an earlier run of theirs. */
  const known = new Set<string>()

  function start(id: string, target: Target): void {
    const end = makeUpstream(target, {
      connected() {
        hub.resync(id, known.has(id) ? 'reconnected' : 'connected')
        known.add(id)
      },
      message: (message) => hub.event(id, message),
      overflow: () => hub.resync(id, 'overflow'),
      lost: () => onLost(id),
    })
    open.set(id, { target, end })
  }

  function end(id: string): void {
    open.get(id)?.end()
    open.delete(id)
  }

  return {
    follow(targets) {
      for (const [id, { target }] of open) if (!isSame(target, targets.get(id))) end(id)
      for (const [id, target] of targets) if (!open.has(id)) start(id, target)
    },
    dispose: () => [...open.keys()].forEach(end),
  }
}

function isSame(a: Target, b: Target | undefined): boolean {
  return a.url === b?.url && a.authorization === b.authorization
}
