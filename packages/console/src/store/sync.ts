import { batch } from 'solid-js'
import { reconcile } from 'solid-js/store'
import type { ServerInfo } from '../../shared/api.ts'
import type {
  KeptFrame,
  EngineFrame,
  HelloFrame,
  ResyncFrame,
  RosterFrame,
  ServersFrame,
} from '../../shared/events.ts'
import { applyToLiveParts } from '../../shared/live-parts.ts'
import { hostNow } from '../clock/host-time.ts'
import { coalesce } from '../events/queue.ts'
import type { LinkState, SocketHandlers } from '../events/socket.ts'
import { keepForAll } from './actions/kept-for-all.ts'
import { applyRoster, ComingRosters } from './apply-roster.ts'
import { makeBurden } from './burden.ts'
import { makeFrameClock } from './frame-clock.ts'
import type { Model } from './model.ts'
import { changesState, reduce } from './reduce.ts'
import type { Transcripts } from './transcripts.ts'
import { emptyServer } from './types.ts'

/** Keeps the model equal to the servers: events in, folded once an animation frame, and in between what the host has read. */
export class Sync implements SocketHandlers {
  readonly #model: Model
  readonly #transcripts: Transcripts
  readonly #clock = makeFrameClock(() => this.#flush())
  readonly #coming = new ComingRosters()
  readonly #burden = makeBurden()
  #queue: EngineFrame[] = []
  #isGreeted = false

  constructor(model: Model, transcripts: Transcripts) {
    this.#model = model
    this.#transcripts = transcripts
  }

  link(state: LinkState): void {
    this.#model.set('link', state)
  }

  /** A server as it was told before the greeting, which says more: what is shown of it needs not wait for that. */
  meet(info: ServerInfo): void {
    if (!this.#isGreeted) this.#model.set('servers', info.id, emptyServer(info))
  }

  /** With `resync`, rosters follow: all of them, or as soon as the host has read them. */
  hello(frame: HelloFrame): void {
    const known = new Set(this.#model.state.order)
    this.#isGreeted = true
    this.#transcripts.listen(frame)
    this.#model.set('info', reconcile(frame.console))
    this.#setServers(frame.servers)
    for (const { id, health } of frame.servers) {
      // Of a server that is new here nothing was missed, and what is opened of it reads itself.
      if (!frame.resync || !known.has(id)) continue
      this.#coming.expect(id)
      if (health === 'healthy') this.#missed(id)
    }
  }

  servers(frame: ServersFrame): void {
    this.#setServers(frame.servers)
  }

  kept({ kept }: KeptFrame): void {
    keepForAll(this.#model, kept)
  }

  roster(frame: RosterFrame): void {
    // What was heard before it was sent is in it, or to be applied again.
    this.#flush()
    const now = this.#coming.frame(frame)
    if (now) this.#model.change(frame.server, (draft) => applyRoster(draft, now))
  }

  resync(frame: ResyncFrame): void {
    this.#flush()
    this.#transcripts.listen(frame)
    this.#missed(frame.server)
  }

  event(frame: EngineFrame, size = 0): void {
    this.#queue.push(frame)
    this.#clock.request()
    // Nothing was missed, so the running text stays.
    if (this.#burden.add(frame, size)) this.#transcripts.reload(frame.server)
  }

  dispose(): void {
    this.#clock.dispose()
  }

  #flush(): void {
    const frames = coalesce(this.#queue)
    this.#queue = []
    batch(() => frames.forEach((frame) => this.#apply(frame)))
  }

  #apply(frame: EngineFrame): void {
    const server = this.#model.state.servers[frame.server]
    if (!server) return
    const live = this.#model.live(frame.server)
    this.#coming.event(frame)
    this.#transcripts.seen(frame)
    applyToLiveParts(live, frame.event)
    if (!changesState(server, frame.event)) return
    this.#model.change(frame.server, (draft) => reduce(draft, frame, live, hostNow()))
  }

  #setServers(servers: readonly ServerInfo[]): void {
    // What was heard before belongs to the servers as they were.
    this.#flush()
    const model = this.#model
    const order = servers.map(({ id }) => id)
    batch(() => {
      for (const info of servers) {
        if (model.state.servers[info.id]) model.set('servers', info.id, 'info', reconcile(info))
        else model.set('servers', info.id, emptyServer(info))
      }
      for (const id of Object.keys(model.state.servers)) if (!order.includes(id)) this.#forget(id)
      model.set('order', reconcile(order))
    })
  }

  #forget(serverId: string): void {
    this.#burden.forget(serverId)
    this.#coming.forget(serverId)
    this.#transcripts.forget(serverId)
    this.#model.forget(serverId)
  }

  /** Events were missed: what was gathered of running text has a hole, and every transcript may have one. */
  #missed(serverId: string): void {
    this.#model.live(serverId).clear()
    this.#model.change(serverId, (draft) => (draft.gaps += 1))
    this.#transcripts.reload(serverId)
  }
}
