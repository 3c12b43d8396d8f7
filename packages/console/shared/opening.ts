import type { Session, SnapshotFileDiff, Todo } from '@kilocode/sdk/v2/client'
import type { MessageWithParts } from '@kilo-console/engine/edge/answers'
import type { Problem, ServerInfo } from './api.ts'
import type { Unsent } from './unsent.ts'

/**
 * Answer of the route `opening`: all that a view of one session shows and the roster does not know. Null: not in this answer, for it is too large
 * or could not be read; whoever wants it asks the engine.
 */
export interface SessionOpening {
  /** Events numbered above `seq` (of `epoch`) may or may not be in it already. */
  epoch: string
  seq: number
  session: Session
  page: MessagePage | null
  todos: Todo[] | null
  diffs: SnapshotFileDiff[] | null
  /** Its server, as the greeting tells it; absent where the roster has more to say of the session than that it is idle. */
  server?: ServerInfo
  /** Of the host's own. Absent: nothing. */
  unsent?: Unsent
  /** Why nothing can be done in its folder, null where it is there; absent: it cannot be looked at from the host, or not soon enough. */
  folder?: Problem | null
}

export interface MessagePage {
  /** Oldest first. */
  messages: MessageWithParts[]
  /** Cursor of the page before this one, null at the beginning. */
  older: string | null
}

/** Messages in one answer: what fills the tallest window, and no more. */
export const OPENING_MESSAGES = 20
/** For a page that shows more already and lost the thread. */
export const MOST_MESSAGES = 60
