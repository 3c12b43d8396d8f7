import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, on, type Accessor } from 'solid-js'
import { showToast } from '../../ui/toast.ts'
import type { Jump } from './create-jump.ts'
import { messageIn } from './message-link.ts'

/** Jumps to the message that the address names, once the session is there. */
export function createLinked(jump: Jump, isLoaded: Accessor<boolean>): void {
  const location = useLocation()
  const linked = createMemo(() => (isLoaded() ? messageIn(location.hash) : undefined))
  const go = async (id: string) => {
    if ((await jump.to(id)) || linked() !== id) return
    showToast({
      tone: 'info',
      title: 'This message is not in the session',
      hint: 'It was taken back or deleted, or it is further back than the page looks.',
    })
  }
  createEffect(on(linked, (id) => id !== undefined && void go(id)))
}
