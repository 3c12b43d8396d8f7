import { batch } from 'solid-js'
import { reconcile } from 'solid-js/store'
import type { ServerInfo } from '../../shared/api.ts'
import type { EngineFrame, HelloFrame } from '../../shared/events.ts'
import { applyToLiveParts } from '../../shared/live-parts.ts'
import { coalesce } from '../events/queue.ts'
import type { SocketHandlers } from '../events/socket.ts'
import { host } from '../sdk/host.ts'
import { toProblem } from '../sdk/problem.ts'
import { makeFrameClock } from './frame-clock.ts'
import type { Model } from './model.ts'
import { laySnapshot, reduce } from './reduce.ts'
import type { Transcripts } from './transcripts.ts'
import { emptyServer } from './types.ts'

/** Events seen while a snapshot was on its way, by server: applied again on top of it. */
type Replays = Map<string, EngineFrame[]>

/**
 * Keeps the model equal to the servers: events in, folded once an animation frame; a snapshot where the stream had a gap.
 */
export function makeSync(model: Model, transcripts: Transcripts): SocketHandlers & { dispose(): void } {
  const replays: Replays = new Map()
  let queue: EngineFrame[] = []
  const clock = makeFrameClock(flush)

  function flush(): void {
    const frames = coalesce(queue)
    queue = []
    batch(() => frames.forEach(apply))
  }

  function apply(frame: EngineFrame): void {
    replays.get(frame.server)?.push(frame)
    applyToLiveParts(model.live(frame.server), frame.event)
    model.change(frame.server, (draft) => reduce(draft, frame, model.live(frame.server), Date.now()))
    transcripts.seen(frame)
  }

  function setServers(servers: readonly ServerInfo[]): void {
    batch(() => {
      for (const info of servers) {
        if (model.state.servers[info.id]) model.set('servers', info.id, 'info', reconcile(info))
        else model.set('servers', info.id, emptyServer(info))
      }
      const order = servers.map((server) => server.id)
      for (const id of model.state.order) {
        if (!order.includes(id)) model.set('servers', id, undefined as never)
      }
      model.set('order', reconcile(order))
    })
  }

  async function snapshot(serverId: string): Promise<void> {
    const seen: EngineFrame[] = []
    replays.set(serverId, seen)
    model.change(serverId, (draft) => {
      if (draft.load.status !== 'ready') draft.load = { status: 'loading' }
    })
    try {
      const answer = await host.snapshot(serverId)
      flush()
      model.change(serverId, (draft) => {
        laySnapshot(draft, answer, Date.now())
        for (const frame of seen) if (frame.seq > answer.seq) reduce(draft, frame, new Map(), Date.now())
      })
    } catch (error) {
      model.change(serverId, (draft) => {
        draft.load = { status: 'failed', problem: toProblem(error) }
      })
    } finally {
      if (replays.get(serverId) === seen) replays.delete(serverId)
    }
  }

  function resync(serverId: string): void {
    flush()
    model.live(serverId).clear()
    void snapshot(serverId)
    transcripts.reload(serverId)
  }

  return {
    link: (state) => model.set('link', state),
    hello(frame: HelloFrame) {
      setServers(frame.servers)
      const behind = frame.servers.filter(
        ({ id, health }) =>
          health === 'healthy' && (frame.resync || model.state.servers[id]?.load.status !== 'ready'),
      )
      for (const { id } of behind) resync(id)
    },
    servers: (frame) => setServers(frame.servers),
    resync: (frame) => resync(frame.server),
    event(frame) {
      queue.push(frame)
      clock.request()
    },
    dispose: clock.dispose,
  }
}
