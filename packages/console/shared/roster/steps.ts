/**
 * What a session does at this moment: its running parts, told by the events of parts alone. Kept by part, so that calls that run side by side
 * do not end each other, and so that folding a frame's events changes nothing (events/queue.ts).
 */
import type { Part } from '@kilocode/sdk/v2/client'
import { rosterLimits } from '@kilo-console/engine/edge/limits'
import { subjectFieldsOf } from './tool-steps.ts'

export type Running =
  | { kind: 'thinking' | 'writing' }
  | {
      kind: 'tool'
      tool: string
      /** What it works on, as the model wrote it; to be cleaned where it is shown. */
      subject: string
      /** When it was last heard of, Unix milliseconds, to the ten seconds below: not every line of output is to be a change. */
      heard: number
    }

/** By part id; empty: nothing runs but the model. */
export type Step = Record<string, Running>

/** Where a part was heard of. */
export interface HeardAt {
  /** Of the session: paths inside it are told from there. */
  directory: string
  /** Unix milliseconds. */
  at: number
}

const HEARD_STEP_MS = 10_000

/** Notes one part in the step of its session, in place; what changes nothing writes nothing. Reads no more of a part than its head. */
export function notePart(step: Step, part: Part, heard: HeardAt): void {
  if (part.type === 'step-start') return forgetBefore(step, part.id)
  const running = runningOf(part, heard)
  const before = step[part.id]
  if (!running) {
    if (before) delete step[part.id]
    return
  }
  if (before && isSame(before, running)) return
  step[part.id] = running
  for (const id of Object.keys(step).toSorted().slice(0, -rosterLimits.runningParts)) delete step[id]
}

/** The model is asked anew only when all that it had begun is over: what never ended was cut off. */
function forgetBefore(step: Step, partId: string): void {
  for (const id of Object.keys(step)) if (id < partId) delete step[id]
}

function isSame(a: Running, b: Running): boolean {
  if (a.kind !== 'tool' || b.kind !== 'tool') return a.kind === b.kind
  return a.tool === b.tool && a.subject === b.subject && a.heard === b.heard
}

function runningOf(part: Part, { directory, at }: HeardAt): Running | undefined {
  switch (part.type) {
    case 'reasoning':
      return part.time.end === undefined ? { kind: 'thinking' } : undefined
    // A prompt is a text as well, and has no time.
    case 'text':
      return part.time && part.time.end === undefined && !part.synthetic ? { kind: 'writing' } : undefined
    case 'tool': {
      const { status, input } = part.state
      // The call itself is still being written.
      if (status === 'pending') return { kind: 'writing' }
      if (status !== 'running') return undefined
      return {
        kind: 'tool',
        tool: part.tool.slice(0, rosterLimits.toolName),
        subject: subjectOf(part.tool, input, directory),
        heard: Math.floor(at / HEARD_STEP_MS) * HEARD_STEP_MS,
      }
    }
    default:
      return undefined
  }
}

const PATHS: ReadonlySet<string> = new Set(['filePath', 'path'])
/** Where a patch of the engine's own format names its first file: in the second line. */
const PATCHED = /^\*\*\* (?:Add|Update|Delete) File: (.+)$/m

function subjectOf(tool: string, input: Record<string, unknown>, directory: string): string {
  for (const field of subjectFieldsOf(tool)) {
    const value = input[field]
    if (typeof value !== 'string' || value === '') continue
    if (field === 'patchText')
      return PATCHED.exec(value.slice(0, 4096))?.[1]?.slice(-rosterLimits.subject) ?? ''
    if (PATHS.has(field)) return relative(value, directory).slice(-rosterLimits.subject)
    return value.slice(0, rosterLimits.subject)
  }
  return ''
}

function relative(path: string, directory: string): string {
  return directory !== '' && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path
}
