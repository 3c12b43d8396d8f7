import type { EngineEvent } from '@kilo-console/engine/edge/event'
import type { Position } from '../../shared/events.ts'
import type { SessionRef } from './types.ts'

/** What was heard of a session since a load of it began, to be laid on top of the answer. */
export type Heard = EngineEvent[]

/**
 * A session whose messages are held. A load counts as long as it is the one named here: an answer, or a failure, that comes after a newer one began is
 * nobody's.
 */
export interface Opened {
  ref: SessionRef
  users: number
  expiry?: ReturnType<typeof setTimeout>
  newest: Heard | null
  older: Heard | null
  /** Where the page was among the events when its newest load began: those that came before were not kept for it. Undefined: none come yet. */
  heardTo: Position | undefined
  /** When it was read, until it is known whether anything happened between that and there. */
  readAt?: Position
  /** Something did, and it was read again. */
  isReread?: true
}

/** Pure. Whether something may have happened between the two places: numbers of two runs of the host say nothing of each other. */
export function isBehind(read: Position, now: Position): boolean {
  return read.epoch !== now.epoch || read.seq < now.seq
}
