/**
 * All that is known of one server's sessions and terminals, apart from what was said in them: plain data, which host and app keep equal
 * with the same reducer (reduce.ts, change.ts). Conversations are none of it.
 */
import type { PermissionRequest, Pty, QuestionRequest, Session, SessionStatus } from '@kilocode/sdk/v2/client'
import type { Problem } from '../api.ts'
import type { GoneSession } from './gone.ts'
import type { Step } from './steps.ts'
import type { Suggestion } from './suggestion.ts'

/** The engine keeps requests and terminals per directory, and wants that directory back with every answer. */
export type InDirectory<T> = T & { directory: string }

export type Load =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'ready' }
  | { status: 'failed'; problem: Problem }

/** A directory that could not be read, and why: shown, not hidden. */
export interface Skipped {
  directory: string
  reason: string
}

/** Of a list of todos, as far as they are not cancelled. */
export interface Progress {
  done: number
  total: number
}

/** A question, or what is asked like one (suggestion.ts). */
export type Question = InDirectory<QuestionRequest & Partial<Pick<Suggestion, 'suggests'>>>

export interface Roster {
  /** Whether the sessions have been read. */
  load: Load
  /** Wherever something may go on has been looked into: until then, what is not here may be on its way. */
  complete: boolean
  /** The engine holds more sessions than these. */
  more: boolean
  /** The newest ones, as far as they are not archived (kept-session.ts). */
  sessions: Record<string, Session>
  /** What others have cost that began lately and were listed until they were archived, deleted or left out. */
  gone: Record<string, GoneSession>
  /** Sessions that are not idle. */
  activity: Record<string, SessionStatus>
  /** Unix milliseconds since when they are not, as far as the host saw it. */
  busySince: Record<string, number>
  /** What they do at this moment, as far as it was heard since they began. */
  steps: Record<string, Step>
  /** How far these sessions are with their todos, as far as that was heard. */
  todos: Record<string, Progress>
  permissions: Record<string, InDirectory<PermissionRequest>>
  questions: Record<string, Question>
  terminals: Record<string, InDirectory<Pty>>
  /** The last turn of these sessions ended in an error. */
  failed: Record<string, Problem>
  /** The last turn of these sessions was cut off when their server ended. */
  interrupted: Record<string, true>
  /** Somebody wants these first, and however old they are. */
  pinned: Record<string, true>
  skipped: Skipped[]
}

export function emptyRoster(): Roster {
  return {
    load: { status: 'idle' },
    complete: false,
    more: false,
    sessions: {},
    gone: {},
    activity: {},
    busySince: {},
    steps: {},
    todos: {},
    permissions: {},
    questions: {},
    terminals: {},
    failed: {},
    interrupted: {},
    pinned: {},
    skipped: [],
  }
}

/** A question that its session does not wait for stays open after the turn. */
export function isOptional(request: PermissionRequest | QuestionRequest): boolean {
  return 'blocking' in request && !request.blocking
}
