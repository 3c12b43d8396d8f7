/**
 * Every server's events in one numbered sequence, sent to every tab. A frame is encoded once, whatever the number of tabs. `epoch` is one run of
 * the host: after a restart numbers start again, and a tab that names the old epoch is given everything anew (faults.md 43, 44).
 */
import { randomUUID } from 'node:crypto'
import type { KeptForAll, ServerInfo } from '../../shared/api.ts'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import type {
  EngineFrame,
  HelloFrame,
  KeptFrame,
  Position,
  ResyncFrame,
  RosterFrame,
  ServersFrame,
} from '../../shared/events.ts'
import type { RosterChange } from '../../shared/roster/change.ts'
import { isTimed } from '../../shared/roster/reduce.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import { sessionIdOf } from '@kilo-console/engine/edge/session-id'
import type { EngineMessage } from './engine-event.ts'
import { makeLastHeard } from './last-heard.ts'
import { makeLiveText, type LiveMessage, type LiveText } from './live-text.ts'
import type { RingLimits } from './ring.ts'
import { makeRosters, type Consequence, type Rosters } from './rosters.ts'
import { makeSequence, type Listener, type Sequence } from './sequence.ts'

const LIMITS: RingLimits = { frames: hostLimits.replayFrames, bytes: hostLimits.replaySize }

/** What a tab is told first that is none of the events. */
export type Greeting = Pick<HelloFrame, 'servers' | 'console'>

export interface Hub {
  position(): Position
  /** Whether a session may have changed after that place, `<epoch>:<seq>`. */
  hasNews(server: string, sessionId: string, place: string): boolean
  /** What the host keeps of a session itself is another. */
  keptOf(sessionId: string): void
  /** Something was heard that nobody could make sense of: it may have been of any session. */
  strange(): void
  event(server: string, message: EngineMessage): void
  /** What was learned of a server's roster by reading. `askedAt`: when the question was put, monotonic milliseconds; absent: no events matter. */
  roster(server: string, change: RosterChange, askedAt?: number): void
  /** As tabs have it; not to be changed. */
  rosterOf(server: string): Readonly<Roster>
  /** This server's events have a gap: tabs read what they show of its conversations, completed by the text that only we have. */
  resync(server: string, reason: ResyncFrame['reason']): void
  /** This server has ended: nothing that it did goes on. */
  ended(server: string): void
  /** This of what is kept for all is another. */
  kept(kept: KeptForAll): void
  /** What is kept of servers that are not listed any more goes. */
  servers(list: ServerInfo[]): void
  /**
   * Frames for a tab that comes (back): hello, then what it missed, or the rosters and the text that is being written. Afterwards `listener`
   * gets each new one.
   */
  join(since: string | null, greeting: Greeting, listener: Listener): { backlog: string[]; leave: () => void }
}

export function makeHub(limits: RingLimits = LIMITS, epoch: string = randomUUID(), now = Date.now): Hub {
  const sequence = makeSequence(limits, epoch)
  const live = makeLiveText()
  const rosters = makeRosters()
  const heard = makeLastHeard()
  const position = () => sequence.position()
  const change = changerOf(sequence, rosters)

  return {
    position,
    // A place that is none is of no number.
    hasNews: (server, sessionId, place) => !(sequence.numberOf(place) >= heard.of(server, sessionId)),
    // No frame tells of these: they come before the next one.
    keptOf: (sessionId) => heard.note(undefined, sessionId, position().seq + 1),
    strange: () => heard.gap(position().seq + 1),
    event(server, message) {
      live.apply(server, message)
      const timed = isTimed(message.event.type) ? { ...message, at: now() } : message
      const text = sequence.publish<EngineFrame>({ server, ...timed })
      heard.note(server, sessionIdOf(message.event), position().seq)
      tell(sequence, rosters.event(server, timed, text.length))
    },
    roster: change,
    rosterOf: (server) => rosters.of(server),
    resync(server, reason) {
      // Deltas were lost with the stream: what we gathered has a hole, the engine's copy has not.
      if (reason !== 'overflow') cut(server, live, rosters)
      sequence.publish<ResyncFrame>({ server, resync: true, reason })
      heard.gap(position().seq)
      sequence.say(live.messages(server).map((message) => liveFrame(position(), message)))
    },
    ended(server) {
      cut(server, live, rosters)
      change(server, { kind: 'server-ended' })
    },
    kept: (kept) => void sequence.publish<KeptFrame>({ kept }),
    servers(list) {
      sequence.publish<ServersFrame>({ servers: list })
      rosters.retain(new Set(list.map(({ id }) => id)))
    },
    join: joinerOf(sequence, { rosters, live, now }),
  }
}

/** What a tab that comes is told of. */
interface Told {
  rosters: Rosters
  live: LiveText
  now: () => number
}

function joinerOf(sequence: Sequence, { rosters, live, now }: Told): Hub['join'] {
  return (since, greeting, listener) => {
    const position = sequence.position()
    const missed = sequence.since(since)
    const about = { resync: missed === null, ...(missed && { replayFrom: missed.from }), now: now() }
    const hello: HelloFrame = { hello: true, ...position, ...about, ...greeting }
    const backlog = [JSON.stringify(hello), ...(missed?.frames ?? everything(position, rosters, live))]
    return { backlog, leave: sequence.listen(listener) }
  }
}

/** What was heard before does not go together with what comes. */
function cut(server: string, live: LiveText, rosters: Rosters): void {
  live.forget(server)
  rosters.gap(server)
}

function tell(sequence: Sequence, consequences: readonly Consequence[]): void {
  for (const { server, change } of consequences) sequence.publish<RosterFrame>({ server, roster: change })
}

function changerOf(sequence: Sequence, rosters: Rosters): Hub['roster'] {
  return (server, change, askedAt) => {
    const since = askedAt === undefined ? [] : rosters.since(server, askedAt)
    sequence.publish<RosterFrame>({ server, roster: change, ...(since.length > 0 && { since }) })
    tell(sequence, rosters.change(server, change, since))
  }
}

/** What a tab needs that comes anew. */
function everything(position: Position, rosters: Rosters, live: LiveText): string[] {
  return [
    ...rosters.wholes().map(([server, roster]) => wholeFrame(position, server, roster)),
    ...live.messages().map((message) => liveFrame(position, message)),
  ]
}

/** Not one of the sequence and never replayed: it carries the newest number without being that frame. */
function liveFrame(position: Position, { server, ...message }: LiveMessage): string {
  return JSON.stringify({ server, ...position, ...message } satisfies EngineFrame)
}

/** As above. */
function wholeFrame(position: Position, server: string, roster: Roster): string {
  return JSON.stringify({ server, ...position, roster: { kind: 'whole', roster } } satisfies RosterFrame)
}
