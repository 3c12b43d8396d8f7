import type { Message, Part, SessionStatus, TextPart, ToolPart } from '@kilocode/sdk/v2/client'
import type { Cut } from '../../../../shared/cut-parts.ts'

/** One call of a subagent. */
export interface Step {
  part: Cut<ToolPart>
  /** Its answer is being worked on. */
  live: boolean
}

/** What a subagent has done so far, as far as its messages are there. */
export interface Work {
  steps: Step[]
  /** What it wrote last. */
  text: { part: Cut<TextPart>; writing: boolean } | null
}

/**
 * From the messages of its session. `since`, in Unix milliseconds: one that was asked again has done other work before, in the same session.
 * `busy`: it is at work. Pure.
 */
export function workOf(
  messages: readonly Message[],
  parts: Readonly<Record<string, readonly Cut<Part>[]>>,
  { since, busy }: { since: number | null; busy: boolean },
): Work {
  const work: Work = { steps: [], text: null }
  const newest = messages.findLast(({ role }) => role === 'assistant')
  for (const message of messages) {
    if (message.role !== 'assistant' || message.time.created < (since ?? 0)) continue
    const live = busy && message === newest && message.time.completed === undefined
    for (const part of parts[message.id] ?? []) {
      if (part.type === 'tool') work.steps.push({ part, live })
      if (part.type === 'text' && !part.synthetic && part.text.trim() !== '')
        work.text = { part, writing: live && part.time?.end === undefined }
    }
  }
  return work
}

/** The call that runs, or is about to. */
export const runningStep = ({ steps }: Work): Step | undefined =>
  steps.findLast(
    ({ part, live }) => live && (part.state.status === 'running' || part.state.status === 'pending'),
  )

/** What a subagent does that no call of it tells; null: it is not at work. Pure. */
export function standOf(
  activity: SessionStatus | undefined,
  waits: boolean,
): { activity: 'permission' | 'offline' | 'working'; words: string } | null {
  if (!activity || activity.type === 'idle') return null
  if (waits) return { activity: 'permission', words: 'Waiting for you' }
  if (activity.type === 'offline') return { activity: 'offline', words: 'Waiting for the network' }
  if (activity.type === 'retry') return { activity: 'working', words: `Trying again: ${activity.message}` }
  return { activity: 'working', words: 'Working' }
}

/** How many of its steps are shown, of which the newest count most. */
const FEW_STEPS = 8

export const newestSteps = (steps: readonly Step[], portions: number): Step[] =>
  steps.slice(-FEW_STEPS * portions)
