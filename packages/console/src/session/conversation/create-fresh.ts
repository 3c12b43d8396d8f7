import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import type { Transcript } from '../../store/types.ts'

/** What the last message that the reader saw was, and how much it held. */
interface Seen {
  messageId: string
  parts: number
}

type Counted = Pick<Transcript, 'messages' | 'parts'>

function newestOf({ messages, parts }: Counted): Seen | null {
  const last = messages.at(-1)
  return last ? { messageId: last.id, parts: parts[last.id]?.length ?? 0 } : null
}

/** Messages, and parts of the one that was the last, that came after `seen`. Pure. */
export function countFresh({ messages, parts }: Counted, seen: Seen | null): number {
  if (!seen) return 0
  const at = messages.findLastIndex((message) => message.id === seen.messageId)
  if (at < 0) return 0
  const more = (parts[seen.messageId]?.length ?? 0) - seen.parts
  return messages.length - 1 - at + Math.max(0, more)
}

/** How much came since the reader left the end of the conversation. */
export function createFresh(
  transcript: Accessor<Counted | undefined>,
  following: Accessor<boolean>,
): Accessor<number> {
  const [seen, setSeen] = createSignal<Seen | null>(null)
  createEffect(
    on(following, (follows) => {
      const now = transcript()
      setSeen(follows || !now ? null : newestOf(now))
    }),
  )
  return createMemo(() => {
    const now = transcript()
    return now ? countFresh(now, seen()) : 0
  })
}
