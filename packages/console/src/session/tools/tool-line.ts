import type { ToolPart } from '@kilocode/sdk/v2/client'
import { factsOf } from './call-facts.ts'
import { bagOf, listOf, type Bag } from './registry/input.ts'
import { toolOf } from './registry/registry.ts'
import type { Tool } from './registry/tool.ts'

/** `asking`: it runs for the engine, and waits for the user. */
export type ToolStatus =
  | 'waiting'
  | 'asking'
  | 'running'
  | 'done'
  | 'failed'
  | 'refused'
  | 'stopped'
  | 'interrupted'

/** A tool call on one line. */
export interface ToolLine extends Pick<Tool, 'icon' | 'kind'> {
  /** What it works on; may be empty. */
  subject: string
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
      // A suggestion waits in a session that rests.
      if (part.tool === 'suggest' && asking) return 'asking'
      if (!live) return 'interrupted'
      return asking ? 'asking' : 'running'
    case 'completed':
      return outcomeOf(bagOf(state.metadata))
    case 'error':
      if (REFUSED.test(state.error)) return 'refused'
      return STOPPED.test(state.error) ? 'stopped' : 'failed'
  }
}

/** UTF-16 units of a subject that can matter on one line, at any width of a window. */
const MOST_OF_LINE = 500

/** A model may write a megabyte where a path belongs: the line has the part of it that is looked at. */
function cutSubject(subject: string, kind: Tool['kind']): string {
  if (subject.length <= MOST_OF_LINE) return subject
  return kind === 'path' ? `…${subject.slice(-MOST_OF_LINE)}` : `${subject.slice(0, MOST_OF_LINE)}…`
}

/** UTF-16 units; the names of MCP tools have up to 64. */
const MOST_OF_NAME = 64

const cutName = (name: string): string =>
  name.length <= MOST_OF_NAME ? name : `${name.slice(0, MOST_OF_NAME)}…`

function changedOf(metadata: Bag): ToolLine['changed'] {
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
  const { state } = part
  const tool = toolOf(part.tool)
  const facts = factsOf(part)
  const { icon, kind } = tool
  // A tool that we know says in its input what it works on; of another one the engine's title may tell.
  const title = icon === 'other' && 'title' in state ? (state.title ?? '') : ''
  return {
    icon,
    kind,
    subject: cutSubject(tool.subject(facts.input, directory) || title, kind),
    name: cutName(tool.name?.(facts.input) || part.tool),
    detail: status === 'interrupted' ? 'interrupted' : (tool.detail?.(facts) ?? ''),
    changed: changedOf(facts.metadata),
    status,
    startedAt: 'time' in state && !TIMELESS.has(status) ? state.time.start : null,
    endedAt: 'time' in state && 'end' in state.time ? state.time.end : null,
  }
}
