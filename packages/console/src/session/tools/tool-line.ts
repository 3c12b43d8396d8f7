import type { ToolPart } from '@kilocode/sdk/v2/client'
import { bagOf, listOf, subjectOf, textOf, type Bag, type Subject } from './tool-subject.ts'

/** `asking`: it runs for the engine, and waits for the user. */
export type ToolStatus =
  'waiting' | 'asking' | 'running' | 'done' | 'failed' | 'refused' | 'stopped' | 'interrupted'

/** A tool call on one line. */
export interface ToolLine extends Subject {
  /** The tool's name, as the engine calls it; a subagent's is its agent. */
  name: string
  /** A few words on the outcome: "exit 1", "2 of 4 done". May be empty. */
  detail: string
  /** Lines added and removed, where it edited. */
  changed: { additions: number; deletions: number } | null
  status: ToolStatus
  /** Unix milliseconds; null while it has not begun, and where nobody knows how long it ran. */
  startedAt: number | null
  endedAt: number | null
  /** The session of a subagent. */
  childId: string | null
}

/** What the engine writes as the error of a call that did not fail but was not let through or was cut short. */
const REFUSED = /rejected permission|user rejected|dismissed|prevents you from using/i
const STOPPED = /aborted|interrupted/i

/** The engine completes a command whatever its exit code, and a question that was dismissed. */
function outcomeOf({ interrupted, dismissed, exit }: Bag): ToolStatus {
  if (interrupted === true) return 'stopped'
  if (dismissed === true) return 'refused'
  return typeof exit === 'number' && exit !== 0 ? 'failed' : 'done'
}

/** Nobody knows how long it ran, or it has not begun for anybody but the engine. */
const TIMELESS: ReadonlySet<ToolStatus> = new Set<ToolStatus>(['interrupted', 'asking'])

/** What still runs for the engine, of an answer that nobody works on any more, was cut off with the engine. */
function statusOf(part: ToolPart, live: boolean, asking: boolean): ToolStatus {
  const { state } = part
  switch (state.status) {
    case 'pending':
      return live ? 'waiting' : 'interrupted'
    case 'running':
      if (!live) return 'interrupted'
      return asking ? 'asking' : 'running'
    case 'completed':
      return outcomeOf(bagOf(state.metadata))
    case 'error':
      if (REFUSED.test(state.error)) return 'refused'
      return STOPPED.test(state.error) ? 'stopped' : 'failed'
  }
}

const metadataOf = ({ state }: ToolPart): Bag => bagOf('metadata' in state ? state.metadata : undefined)

function todosDetail(part: ToolPart): string {
  const todos = listOf(part.state.input['todos'] ?? metadataOf(part)['todos'])
  const done = todos.filter((todo) => todo['status'] === 'completed').length
  const count = `${todos.length} ${todos.length === 1 ? 'todo' : 'todos'}`
  return done > 0 ? `${count}, ${done} done` : count
}

const matches = (one: string, many: string, key: string) => (part: ToolPart) => {
  const count = metadataOf(part)[key]
  return typeof count === 'number' ? `${count} ${count === 1 ? one : many}` : ''
}

const DETAILS: Record<string, (part: ToolPart) => string> = {
  bash(part) {
    const { exit } = metadataOf(part)
    return typeof exit === 'number' && exit !== 0 ? `exit ${exit}` : ''
  },
  question: (part) => (metadataOf(part)['dismissed'] === true ? 'dismissed' : ''),
  todowrite: todosDetail,
  todoread: todosDetail,
  grep: matches('match', 'matches', 'matches'),
  glob: matches('file', 'files', 'count'),
}

function changedOf(part: ToolPart): ToolLine['changed'] {
  const metadata = metadataOf(part)
  const files = [bagOf(metadata['filediff']), ...listOf(metadata['files'])]
  const sum = (key: string) =>
    files.reduce((total, file) => total + (typeof file[key] === 'number' ? file[key] : 0), 0)
  const changed = { additions: sum('additions'), deletions: sum('deletions') }
  return changed.additions + changed.deletions > 0 ? changed : null
}

/**
 * The line of a tool call. `directory` is its session's, from which paths are shown; `live`: its answer is being worked on; `asking`: it waits
 * for the user.
 */
export function toolLineOf(part: ToolPart, directory: string, live: boolean, asking = false): ToolLine {
  const status = statusOf(part, live, asking)
  const { state, tool } = part
  const subject = subjectOf(tool, state.input, directory)
  const childId = textOf(metadataOf(part)['sessionId'] ?? metadataOf(part)['sessionID'])
  return {
    ...subject,
    // A tool that we know says in its input what it works on; of another one the engine's title may tell.
    subject: subject.subject || (subject.icon === 'other' && 'title' in state ? (state.title ?? '') : ''),
    name: tool === 'task' ? textOf(state.input['subagent_type']) || tool : tool,
    detail: status === 'interrupted' ? 'interrupted' : (DETAILS[tool]?.(part) ?? ''),
    changed: changedOf(part),
    status,
    startedAt: 'time' in state && !TIMELESS.has(status) ? state.time.start : null,
    endedAt: 'time' in state && 'end' in state.time ? state.time.end : null,
    childId: tool === 'task' && childId !== '' ? childId : null,
  }
}
