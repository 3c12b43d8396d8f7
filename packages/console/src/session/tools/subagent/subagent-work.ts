import type { Message, Part, SessionStatus, TextPart, ToolPart } from '@kilocode/sdk/v2/client'
import type { Cut } from '../../../../shared/cut-parts.ts'
import { childOf } from '../call-facts.ts'

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

/** When a call began; null: not yet. */
export const startOf = ({ state }: ToolPart): number | null => ('time' in state ? state.time.start : null)

/** When the session of a call was asked again, by a later call in `messages`, which are of the session above; null: it was not. Pure. */
export function askedAgain(
  call: ToolPart,
  messages: readonly Message[],
  parts: Readonly<Record<string, readonly Part[]>>,
): number | null {
  const [sessionId, since] = [childOf(call), startOf(call) ?? Infinity]
  // Ids of messages are in order.
  for (const { id } of messages.filter(({ id }) => id >= call.messageID))
    for (const part of parts[id] ?? []) {
      if (part.type !== 'tool' || part.tool !== call.tool || childOf(part) !== sessionId) continue
      const start = startOf(part) ?? 0
      if (start > since) return start
    }
  return null
}

interface Span {
  /** In Unix milliseconds: one that was asked again has done other work before, in the same session. */
  since: number | null
  /** What it did from then on belongs to a later call. */
  until: number | null
  /** It is at work. */
  busy: boolean
}

/** From the messages of its session. Pure. */
export function workOf(
  messages: readonly Message[],
  parts: Readonly<Record<string, readonly Cut<Part>[]>>,
  { since, until, busy }: Span,
): Work {
  const work: Work = { steps: [], text: null }
  const newest = messages.findLast(({ role }) => role === 'assistant')
  for (const message of messages) {
    const { created } = message.time
    if (message.role !== 'assistant' || created < (since ?? 0) || created >= (until ?? Infinity)) continue
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
