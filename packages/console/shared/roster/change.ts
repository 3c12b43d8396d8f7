/** What the host learns of a server's roster otherwise than by an event: by reading, or by the server's end. Numbered among the events. */
import type { PermissionRequest, Pty, Session, SessionStatus } from '@kilocode/sdk/v2/client'
import { rosterLimits } from '@kilo-console/engine/edge/limits'
import { forgetOldest } from './forget-oldest.ts'
import { noteGone, noteReplaced } from './gone.ts'
import { reduceRoster, setActivity, type RosterEvent } from './reduce.ts'
import type { InDirectory, Load, Question, Roster, Skipped } from './roster.ts'

/** The newest sessions as they were read. `isNewRun`: their engine is another one than before, and has none of the earlier one's terminals. */
export interface SessionsRead {
  kind: 'sessions'
  sessions: Session[]
  more: boolean
  isNewRun: boolean
}

/** What one directory was found to hold. */
export interface DirectoryRead {
  kind: 'directory'
  directory: string
  /** Sessions of it that are not idle. */
  activity: Record<string, SessionStatus>
  /** When it was read, Unix milliseconds: a session that nobody saw begin counts as busy since then. */
  at: number
  permissions: InDirectory<PermissionRequest>[]
  questions: Question[]
  /** The running ones; null when nobody asked. */
  terminals: InDirectory<Pty>[] | null
}

/** Of what is pinned and too old to be among the newest: what could be read, and what is deleted or archived. */
export interface PinnedRead {
  kind: 'pinned-read'
  sessions: Session[]
  gone: string[]
}

/** What is known when all directories were read. */
export interface TurnsRead {
  kind: 'turns'
  /** Sessions that are idle although no event said so. */
  idle: string[]
  /** Of those, and of what worked when the server ended: whose turn was cut off, and whose was not. */
  interrupted: string[]
  ended: string[]
  skipped: Skipped[]
}

/** Over the host's budget: what was heard of first is left out. */
export interface LeftOut {
  kind: 'left-out'
  ids: Partial<Record<'sessions' | 'activity' | 'permissions' | 'questions' | 'terminals', string[]>>
}

export type RosterChange =
  /** Everything, for a tab that comes. */
  | { kind: 'whole'; roster: Roster }
  | { kind: 'load'; load: Load }
  | SessionsRead
  | PinnedRead
  | DirectoryRead
  | TurnsRead
  | LeftOut
  /** All that are pinned. */
  | { kind: 'pinned'; ids: string[] }
  /** The server has ended: nothing that it did goes on, and nobody waits for an answer. */
  | { kind: 'server-ended' }

/** In place. `since`: events that the answer may be older than, to be applied again on top of it. */
export function changeRoster(draft: Roster, change: RosterChange, since: readonly RosterEvent[] = []): void {
  applyChange(draft, change)
  // Steps are told of by events alone, and know more of them than these: what ends and begins again here did so before.
  const steps = { ...draft.steps }
  for (const event of since) reduceRoster(draft, event)
  for (const id of Object.keys(draft.steps)) if (steps[id]) draft.steps[id] = steps[id]
}

function applyChange(draft: Roster, change: RosterChange): void {
  switch (change.kind) {
    case 'whole':
      Object.assign(draft, change.roster)
      return
    case 'load':
      draft.load = change.load
      return
    case 'sessions':
      return putSessions(draft, change)
    case 'pinned-read':
      return putPinned(draft, change)
    case 'directory':
      return putDirectory(draft, change)
    case 'turns':
      return settleTurns(draft, change)
    case 'left-out':
      return leaveOut(draft, change)
    case 'pinned':
      draft.pinned = Object.fromEntries(change.ids.map((id) => [id, true]))
      return
    case 'server-ended':
      return cutOff(draft)
  }
}

function keyed<T extends { id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((entry) => [entry.id, entry]))
}

function putSessions(draft: Roster, { sessions, more, isNewRun }: SessionsRead): void {
  const listed = keyed(sessions)
  noteReplaced(draft, listed)
  draft.sessions = listed
  draft.more = more
  draft.load = { status: 'ready' }
  if (!isNewRun) return
  for (const { id, status } of Object.values(draft.terminals))
    if (status === 'running') delete draft.terminals[id]
}

function putPinned(draft: Roster, { sessions, gone }: PinnedRead): void {
  Object.assign(draft.sessions, keyed(sessions))
  for (const id of gone) {
    delete draft.sessions[id]
    delete draft.pinned[id]
  }
}

/** Terminals that ended stay in view until they are closed, and so the engine, which lists running ones alone, does not name them. */
function putDirectory(
  draft: Roster,
  { directory, activity, at, permissions, questions, terminals }: DirectoryRead,
): void {
  for (const [id, status] of Object.entries(activity)) setActivity(draft, id, status, at)
  replace(draft.permissions, permissions, (known) => known.directory === directory)
  replace(draft.questions, questions, (known) => known.directory === directory)
  if (!terminals) return
  replace(draft.terminals, terminals, (known) => known.directory === directory && known.status === 'running')
}

function replace<T extends { id: string }>(
  kept: Record<string, T>,
  read: readonly T[],
  isPast: (known: T) => boolean,
): void {
  for (const known of Object.values(kept)) if (isPast(known)) delete kept[known.id]
  for (const one of read) kept[one.id] = one
}

function settleTurns(draft: Roster, { idle, interrupted, ended, skipped }: TurnsRead): void {
  for (const id of idle) setActivity(draft, id, { type: 'idle' }, 0)
  for (const id of ended) delete draft.interrupted[id]
  for (const id of interrupted) draft.interrupted[id] = true
  forgetOldest(draft.interrupted, rosterLimits.remembered)
  draft.skipped = skipped
  draft.complete = true
}

function leaveOut(draft: Roster, { ids }: LeftOut): void {
  ids.sessions?.forEach((id) => {
    noteGone(draft, draft.sessions[id])
    delete draft.sessions[id]
  })
  if (ids.sessions) draft.more = true
  ids.permissions?.forEach((id) => delete draft.permissions[id])
  ids.questions?.forEach((id) => delete draft.questions[id])
  ids.terminals?.forEach((id) => delete draft.terminals[id])
  ids.activity?.forEach((id) => {
    delete draft.activity[id]
    delete draft.busySince[id]
    delete draft.steps[id]
  })
}

function cutOff(draft: Roster): void {
  for (const id of Object.keys(draft.activity)) draft.interrupted[id] = true
  forgetOldest(draft.interrupted, rosterLimits.remembered)
  draft.activity = {}
  draft.busySince = {}
  draft.steps = {}
  draft.permissions = {}
  draft.questions = {}
}
