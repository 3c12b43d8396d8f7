import { batch } from 'solid-js'
import { reconcile } from 'solid-js/store'
import type { Problem, ServerInfo } from '../../shared/api.ts'
import type { EngineFrame, HelloFrame, ResyncFrame, ServersFrame } from '../../shared/events.ts'
import { applyToLiveParts } from '../../shared/live-parts.ts'
import { changeRoster } from '../../shared/roster/change.ts'
import { reduceRoster } from '../../shared/roster/reduce.ts'
import { hostNow } from '../clock/host-time.ts'
import { coalesce } from '../events/queue.ts'
import type { LinkState, SocketHandlers } from '../events/socket.ts'
import { host } from '../sdk/host.ts'
import { makePace, type Pace } from '../sdk/pace.ts'
import { toProblem } from '../sdk/problem.ts'
import { makeFrameClock } from './frame-clock.ts'
import { applySnapshot } from './apply-snapshot.ts'
import { makeBurden } from './burden.ts'
import type { Model } from './model.ts'
import { reduce } from './reduce.ts'
import type { Transcripts } from './transcripts.ts'
import { emptyServer } from './types.ts'

/** Whether what ran under this id has ended, or is another process by now. */
function isAnotherRun(before: ServerInfo, now: ServerInfo): boolean {
  if (now.health === 'offline') return true
  return before.pid !== undefined && now.pid !== undefined && before.pid !== now.pid
}

/** Keeps the model equal to the servers: events in, folded once an animation frame; a snapshot where the stream had a gap. */
export class Sync implements SocketHandlers {
  readonly #model: Model
  readonly #transcripts: Transcripts
  readonly #clock = makeFrameClock(() => this.#flush())
  /** Events seen while a snapshot was on its way, by server: applied again on top of it. */
  readonly #replays = new Map<string, EngineFrame[]>()
  /** When to read a server again whose snapshot failed, by server. */
  readonly #retries = new Map<string, Pace>()
  readonly #burden = makeBurden()
  #queue: EngineFrame[] = []

  constructor(model: Model, transcripts: Transcripts) {
    this.#model = model
    this.#transcripts = transcripts
  }

  link(state: LinkState): void {
    this.#model.set('link', state)
  }

  hello(frame: HelloFrame): void {
    const known = new Set(this.#model.state.order)
    this.#transcripts.listen(frame)
    this.#setServers(frame.servers)
    for (const { id, health } of frame.servers) {
      if (health !== 'healthy') continue
      // Of a server that is new here nothing was missed, and what is opened of it reads itself.
      if (frame.resync && known.has(id)) this.#resync(id)
      else if (this.#model.state.servers[id]?.load.status !== 'ready') void this.#snapshot(id)
    }
  }

  servers(frame: ServersFrame): void {
    this.#setServers(frame.servers)
  }

  resync(frame: ResyncFrame): void {
    this.#resync(frame.server)
  }

  event(frame: EngineFrame, size = 0): void {
    this.#queue.push(frame)
    this.#clock.request()
    if (!this.#burden.add(frame, size)) return
    // Nothing was missed, so the running text stays.
    void this.#snapshot(frame.server)
    this.#transcripts.reload(frame.server)
  }

  /** Reads all servers again whose snapshot failed: the user asks. */
  reloadFailed(): void {
    const { order, servers } = this.#model.state
    for (const id of order) if (servers[id]?.load.status === 'failed') void this.#snapshot(id)
  }

  dispose(): void {
    this.#clock.dispose()
    for (const retry of this.#retries.values()) retry.dispose()
  }

  #flush(): void {
    const frames = coalesce(this.#queue)
    this.#queue = []
    batch(() => frames.forEach((frame) => this.#apply(frame)))
  }

  #apply(frame: EngineFrame): void {
    if (!this.#model.state.servers[frame.server]) return
    const live = this.#model.live(frame.server)
    this.#replays.get(frame.server)?.push(frame)
    this.#transcripts.seen(frame)
    applyToLiveParts(live, frame.event)
    this.#model.change(frame.server, (draft) => reduce(draft, frame, live, hostNow()))
  }

  #setServers(servers: readonly ServerInfo[]): void {
    // What was heard before belongs to the servers as they were.
    this.#flush()
    const model = this.#model
    const order = servers.map(({ id }) => id)
    batch(() => {
      for (const info of servers) {
        const known = model.state.servers[info.id]?.info
        if (known && isAnotherRun(known, info))
          model.change(info.id, (draft) => changeRoster(draft, { kind: 'server-ended' }))
        if (known) model.set('servers', info.id, 'info', reconcile(info))
        else model.set('servers', info.id, emptyServer(info))
      }
      for (const id of model.state.order) if (!order.includes(id)) this.#forget(id)
      model.set('order', reconcile(order))
    })
  }

  #forget(serverId: string): void {
    this.#replays.delete(serverId)
    this.#retries.get(serverId)?.dispose()
    this.#retries.delete(serverId)
    this.#burden.forget(serverId)
    this.#transcripts.forget(serverId)
    this.#model.forget(serverId)
  }

  /** Events were missed: what was gathered of running text has a hole, and every transcript may have one. */
  #resync(serverId: string): void {
    this.#flush()
    this.#model.live(serverId).clear()
    void this.#snapshot(serverId)
    this.#transcripts.reload(serverId)
  }

  async #snapshot(serverId: string): Promise<void> {
    const model = this.#model
    const seen: EngineFrame[] = []
    // A newer snapshot takes this one's place: then neither its answer nor its failure counts.
    const isNewest = () => this.#replays.get(serverId) === seen
    this.#replays.set(serverId, seen)
    model.change(serverId, (draft) => {
      if (draft.load.status !== 'ready') draft.load = { status: 'loading' }
    })
    try {
      const answer = await host.snapshot(serverId)
      this.#flush()
      if (!isNewest()) return
      model.change(serverId, (draft) => {
        applySnapshot(draft, answer, hostNow())
        for (const frame of seen)
          if (frame.epoch === answer.epoch && frame.seq > answer.seq)
            reduceRoster(draft, { at: hostNow(), ...frame })
      })
      this.#retry(serverId).reset()
    } catch (error) {
      if (isNewest()) this.#failed(serverId, toProblem(error))
    } finally {
      if (isNewest()) this.#replays.delete(serverId)
    }
  }

  /** A server that is well is read again by itself; one that is not comes back with a `resync` of its own. */
  #failed(serverId: string, problem: Problem): void {
    this.#model.change(serverId, (draft) => {
      draft.load = { status: 'failed', problem }
      if (draft.info.health === 'healthy') this.#retry(serverId).later()
    })
  }

  #retry(serverId: string): Pace {
    const known = this.#retries.get(serverId)
    if (known) return known
    const pace = makePace(() => {
      const server = this.#model.state.servers[serverId]
      if (server?.load.status === 'failed' && server.info.health === 'healthy') void this.#snapshot(serverId)
    })
    this.#retries.set(serverId, pace)
    return pace
  }
}
