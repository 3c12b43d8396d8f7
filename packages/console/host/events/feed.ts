/** Keeps one upstream for each server and passes what it says to the hub. */
import type { EngineMessage } from './engine-event.ts'
import type { Target } from '../http/proxy.ts'
import type { Hub } from './hub.ts'
import { makeUpstream, type Upstream, type UpstreamListener } from './upstream.ts'

/** A server that can be talked to; `isHealthy`: that answers. */
export interface Followed {
  target: Target
  isHealthy: boolean
}

export interface Feed {
  /**
   * The servers as of now. A stream is opened when a server is healthy, and kept while it is only slow: blocked for seconds, it goes on afterwards
   * and nothing was lost.
   */
  follow(servers: ReadonlyMap<string, Followed>): void
  dispose(): void
}

export interface FeedListener {
  /** A stream begins, and what was before it is unknown: whoever watches health should look. */
  connected(server: string): void
  /** Something may have been missed: before the stream's first word, or because an event was too large to pass on. */
  missed(server: string): void
  /** A stream broke: whoever watches health should look. */
  lost(): void
  saw(server: string, message: EngineMessage): void
  /** An event was dropped, for it is not what it should be. */
  strange(server: string): void
  /** The server is not followed any more: what was kept of it goes. */
  gone(server: string): void
}

/** What one server's stream says, to hub and listener. */
function listenerFor(id: string, hub: Hub, to: FeedListener, isKnown: boolean): UpstreamListener {
  let before = isKnown
  return {
    connected() {
      hub.resync(id, before ? 'reconnected' : 'connected')
      before = true
      to.connected(id)
    },
    speaking: () => to.missed(id),
    message(message) {
      to.saw(id, message)
      hub.event(id, message)
    },
    strange() {
      hub.strange()
      to.strange(id)
    },
    overflow() {
      hub.resync(id, 'overflow')
      to.missed(id)
    },
    lost: () => to.lost(),
  }
}

export function makeFeed(hub: Hub, to: FeedListener): Feed {
  const open = new Map<string, Followed & { upstream: Upstream }>()
  /** Servers that were followed before, in this or an earlier run of theirs. */
  const known = new Set<string>()

  function start(id: string, target: Target): Upstream {
    const upstream = makeUpstream(target, listenerFor(id, hub, to, known.has(id)))
    known.add(id)
    return upstream
  }

  function end(id: string): void {
    open.get(id)?.upstream.dispose()
    if (open.delete(id)) to.gone(id)
  }

  function update(id: string, { target, isHealthy }: Followed): void {
    const running = open.get(id)
    if (!running) {
      if (isHealthy) open.set(id, { target, isHealthy, upstream: start(id, target) })
      return
    }
    if (isHealthy && !running.isHealthy) running.upstream.retry()
    running.isHealthy = isHealthy
  }

  return {
    follow(servers) {
      for (const [id, { target }] of open) if (!isSame(target, servers.get(id)?.target)) end(id)
      for (const [id, server] of servers) update(id, server)
    },
    dispose: () => [...open.keys()].forEach(end),
  }
}

function isSame(a: Target, b: Target | undefined): boolean {
  return JSON.stringify(addressOf(a)) === JSON.stringify(b && addressOf(b))
}

/** What is known of its secrets grows, and makes it no other one. */
function addressOf({ url, authorization, owner }: Target): Omit<Target, 'secrets'> {
  return { url, owner, ...(authorization !== undefined && { authorization }) }
}
