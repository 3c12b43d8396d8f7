import { createEffect, createMemo, untrack, type Accessor } from 'solid-js'
import { showToast } from '../../ui/toast.ts'
import type { Jump } from './create-jump.ts'
import { messageIn } from './message-link.ts'

/** Jumps to the message that the address names, once for each time that it is led to: when the session is there for the first time. */
export function createLinked(
  jump: Pick<Jump, 'to'>,
  hash: Accessor<string>,
  isLoaded: Accessor<boolean>,
): void {
  const linked = createMemo(() => messageIn(hash()))
  let gone: string | undefined
  createEffect(() => {
    const id = linked()
    if (id === gone || (id !== undefined && !isLoaded())) return
    gone = id
    if (id !== undefined) untrack(() => void follow(jump, id))
  })
}

async function follow(jump: Pick<Jump, 'to'>, id: string): Promise<void> {
  const arrival = await jump.to(id)
  if (arrival === 'nowhere')
    showToast({
      tone: 'info',
      title: 'This message is not in the session',
      hint: 'It was taken back or deleted, or it is further back than the page looks.',
    })
  if (arrival === 'failed')
    showToast({
      tone: 'error',
      title: 'Couldn’t look for the message',
      hint: 'Older messages could not be loaded.',
      retry: () => void follow(jump, id),
    })
}
