/**
 * Every server's events in one numbered sequence, sent to every tab. A frame is encoded once, whatever the number of tabs. `epoch` is one run of
 * the host: after a restart numbers start again, and a tab that names the old epoch is told to take a snapshot (faults.md 43, 44).
 */
import { randomUUID } from 'node:crypto'
import type { ServerInfo } from '../../shared/api.ts'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import type { EngineFrame, HelloFrame, ResyncFrame, ServersFrame } from '../../shared/events.ts'
import type { EngineMessage } from './engine-event.ts'
import { makeLiveText, type LiveMessage } from './live-text.ts'
import { makeRing, type RingLimits } from './ring.ts'

const LIMITS: RingLimits = { frames: hostLimits.replayFrames, bytes: hostLimits.replaySize }

export type Listener = (text: string) => void

/** A place in the sequence: the newest number of this epoch. */
export interface Position {
  epoch: string
  seq: number
}

export interface Hub {
  position(): Position
  event(server: string, message: EngineMessage): void
  /** This server's events have a gap: tabs take a snapshot of it, completed by the text that only we have. */
  resync(server: string, reason: ResyncFrame['reason']): void
  /** What is kept of this server goes with it. */
  forget(server: string): void
  servers(list: ServerInfo[]): void
  /** Frames for a tab that comes (back): hello, then the replay or the live text. Afterwards `listener` gets each new one. */
  join(since: string | null, list: ServerInfo[], listener: Listener): { backlog: string[]; leave: () => void }
}

export function makeHub(limits: RingLimits = LIMITS, epoch: string = randomUUID(), now = Date.now): Hub {
  const ring = makeRing(limits)
  const live = makeLiveText()
  const listeners = new Set<Listener>()
  const position = (): Position => ({ epoch, seq: ring.seq })
  const liveFrames = (server?: string) =>
    live.messages(server).map((message) => liveFrame(position(), message))

  function publish<F extends EngineFrame | ResyncFrame | ServersFrame>(frame: Omit<F, keyof Position>): void {
    const text = JSON.stringify({ epoch, seq: ring.seq + 1, ...frame })
    ring.push(text)
    listeners.forEach((listener) => listener(text))
  }

  return {
    position,
    event(server, message) {
      live.apply(server, message)
      publish<EngineFrame>({ server, ...message })
    },
    resync(server, reason) {
      // Deltas were lost with the stream: what we gathered has a hole, the engine's copy has not.
      if (reason !== 'overflow') live.forget(server)
      publish<ResyncFrame>({ server, resync: true, reason })
      const frames = liveFrames(server)
      listeners.forEach((listener) => frames.forEach(listener))
    },
    forget: (server) => live.forget(server),
    servers: (list) => publish<ServersFrame>({ servers: list }),
    join(since, list, listener) {
      const from = seqOf(since, epoch)
      const replay = from === null ? null : ring.after(from)
      const replayFrom = replay !== null && from !== null ? { replayFrom: from } : {}
      const about = { resync: replay === null, ...replayFrom, now: now(), servers: list }
      const hello: HelloFrame = { hello: true, ...position(), ...about }
      listeners.add(listener)
      const backlog = [JSON.stringify(hello), ...(replay ?? liveFrames())]
      return { backlog, leave: () => void listeners.delete(listener) }
    },
  }
}

/** Not one of the sequence and never replayed: it carries the newest number without being that frame. */
function liveFrame(position: Position, { server, ...message }: LiveMessage): string {
  return JSON.stringify({ server, ...position, ...message } satisfies EngineFrame)
}

/** The number in `<epoch>:<seq>`; null for another epoch or nonsense. */
function seqOf(since: string | null, epoch: string): number | null {
  const match = /^([\w-]+):(\d{1,15})$/.exec(since ?? '')
  return match?.[1] === epoch ? Number(match[2]) : null
}
