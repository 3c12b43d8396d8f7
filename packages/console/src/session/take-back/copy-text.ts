import type { Message } from '@kilocode/sdk/v2/client'
import { formatPlural } from '../../ui/format.ts'

/** What a copy of a session holds, in words. `whole`: `messages` reach back to the first. Pure. */
export function copyText(
  messages: readonly Pick<Message, 'id'>[],
  beforeId: string | undefined,
  whole: boolean,
): { title: string; hint: string } {
  const count = messages.filter(({ id }) => beforeId === undefined || id < beforeId).length
  const held = whole ? formatPlural(count, 'message') : 'all messages'
  const title =
    beforeId === undefined
      ? `This is a copy with ${held}`
      : count === 0 && whole
        ? 'This is a new session: nothing stood before that prompt'
        : `This is a copy with ${held} before that prompt`
  return { title, hint: 'Both work in the same folder: files are as they are now.' }
}
