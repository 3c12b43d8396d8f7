import type { Message, Part } from '@kilocode/sdk/v2/client'

/**
 * The prompt that "undo" takes back: the newest that Kilo has begun with. One that waits is withdrawn instead, and where the context was shortened nobody
 * wrote anything. Pure.
 */
export const lastPromptOf = (
  messages: readonly Message[],
  partsOf: (messageId: string) => readonly Part[],
  queued: readonly string[],
): Message | undefined =>
  messages.findLast(
    ({ id, role }) =>
      role === 'user' && !queued.includes(id) && !partsOf(id).some(({ type }) => type === 'compaction'),
  )
