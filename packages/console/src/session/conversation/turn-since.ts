import type { Message } from '@kilocode/sdk/v2/client'

/**
 * Since when the turn that runs does: its prompt's time, also where this page was opened later; a prompt that was queued ran when the turn before it had
 * ended. Unix milliseconds; undefined: there is no prompt. `queued`: ids of those that wait. Pure.
 */
export function turnSince(messages: readonly Message[], queued: readonly string[]): number | undefined {
  const waiting = new Set(queued)
  const prompt = messages.findLast(({ id, role }) => role === 'user' && !waiting.has(id))
  if (!prompt) return undefined
  const before = messages.findLast(
    (message) => message.role === 'assistant' && message.parentID !== prompt.id,
  )
  const ended = before?.role === 'assistant' ? (before.time.completed ?? 0) : 0
  return Math.max(prompt.time.created, ended)
}
