/** Prompts that wait until Kilo has done what it is doing. Pure. */
import type { Message } from '@kilocode/sdk/v2/client'

interface Known {
  messages: readonly Message[]
  busy: boolean
  /** As the engine told last; undefined: it did not, on this page. */
  told: readonly string[] | undefined
}

/** Their ids, in the order in which they run: each is a turn of its own. */
export function queuedIn({ messages, busy, told }: Known): string[] {
  if (!busy) return []
  if (told) {
    const known = new Set(told)
    return messages.filter(({ id, role }) => role === 'user' && known.has(id)).map(({ id }) => id)
  }
  const answered = new Set(
    messages.flatMap((message) => (message.role === 'assistant' ? [message.parentID] : [])),
  )
  const newest = messages.findLast((message) => message.role === 'assistant')
  const running = newest && !newest.time.completed ? newest.parentID : undefined
  const waiting = messages
    .slice(messages.findLastIndex(({ id }) => answered.has(id)) + 1)
    .filter(({ id, role }) => role === 'user' && !answered.has(id))
    .map(({ id }) => id)
  // Nothing runs yet: then the first of them is about to.
  const isBetween = running === undefined && !isGoingOn(newest)
  return isBetween ? waiting.slice(1) : waiting
}

/** Between two steps of one turn the answer before has ended, with calls of tools that are to be told to the model. */
const isGoingOn = (newest: Message | undefined): boolean =>
  newest?.role === 'assistant' && newest.finish === 'tool-calls'
