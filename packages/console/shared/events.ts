/**
 * Frames of `WS /api/events?since=<epoch>:<seq>`, one JSON object each.
 *
 * `seq` counts up by one over all servers, within one `epoch` (one run of the host). A tab that reconnects names the last frame that it
 * applied. It gets exactly the frames after it, or, when that is too old or of another epoch, a `hello` with `resync: true`: the roster of
 * each server follows it whole, and from then on only what is new.
 */
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import type { ConsoleInfo, KeptForAll, ServerInfo } from './api.ts'
import type { RosterChange } from './roster/change.ts'
import type { RosterEvent } from './roster/reduce.ts'

/** A place in the sequence: the newest number of this epoch. */
export interface Position {
  epoch: string
  seq: number
}

/** As a tab names it. */
export const placeOf = ({ epoch, seq }: Position): string => `${epoch}:${seq}`

/** First frame of every connection. */
export interface HelloFrame {
  hello: true
  epoch: string
  /** The newest frame's number at this moment; replayed frames follow and end with it. */
  seq: number
  /** True: nothing is replayed, and what was known before counts no more. */
  resync: boolean
  /** The number that the tab named, when frames after it follow. */
  replayFrom?: number
  /** The host's clock when it said so, Unix milliseconds: the tab's may be off. */
  now: number
  servers: ServerInfo[]
  console: ConsoleInfo
}

/** The whole list of servers, sent whenever it changes. */
export interface ServersFrame {
  epoch: string
  seq: number
  servers: ServerInfo[]
}

/** Something that the host keeps is another, in every browser. */
export interface KeptFrame {
  epoch: string
  seq: number
  kept: KeptForAll
}

/** One event of one engine, as `GET /global/event` gave it, of the types that the console knows (edge/event.ts). */
export interface EngineFrame {
  server: string
  epoch: string
  seq: number
  /** The instance's directory, absent for global events. */
  directory?: string
  /** When the host heard it, Unix milliseconds: with types where that matters (roster/reduce.ts). */
  at?: number
  event: EngineEvent
}

/** What the host has read of this server's sessions and terminals, or all that it knows of them. */
export interface RosterFrame {
  server: string
  epoch: string
  seq: number
  roster: RosterChange
  /** Events that were sent before and may be newer than what was read: to be applied again on top of it, to the roster alone. */
  since?: RosterEvent[]
}

/** The host lost the event stream of this server for a while: conversations may have holes. Its roster is completed by the host. */
export interface ResyncFrame {
  server: string
  epoch: string
  seq: number
  resync: true
  reason: 'connected' | 'reconnected' | 'overflow'
}

export type Frame = HelloFrame | ServersFrame | KeptFrame | EngineFrame | RosterFrame | ResyncFrame

/** Sent when nothing else was for this long, so that a silent connection is a dead one. Milliseconds. */
export const HEARTBEAT_MS = 10_000

/** The heartbeat: not numbered, not replayed. */
export interface HeartbeatFrame {
  heartbeat: true
  seq: number
  /** As in the greeting. */
  now: number
}

export type SocketFrame = Frame | HeartbeatFrame

/** The host closes a socket that reads too slowly with this code; the tab reconnects. */
export const CLOSE_TOO_SLOW = 4008
/** The login is gone or expired: reconnecting will not help, log in again. */
export const CLOSE_LOGGED_OUT = 4001
