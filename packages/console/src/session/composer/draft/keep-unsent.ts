import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { unsentLimits } from '../../../../shared/unsent.ts'
import { host } from '../../../sdk/host.ts'
import { useConsole } from '../../../store/context.ts'
import type { SessionView } from '../../session-view.ts'
import type { Draft } from './drafts.ts'

/** After the last keystroke. Milliseconds. */
const KEEP_MS = 500

/** Has the host keep the draft of a session, and takes over what it has kept: the draft, and prompts that nobody saw arrive. */
export function createKeptUnsent(view: SessionView, draft: Draft): void {
  const { sessions } = useConsole()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = draft.kept()

  const keep = () => {
    clearTimeout(timer)
    const now = draft.kept()
    if (!now || now === last || now.text.length > unsentLimits.text) return
    last = now
    // What cannot be kept now is kept with the next letter; nobody is to be bothered about it while they write.
    host.keepUnsent(view.ref.sessionId, { draft: now }).catch(() => undefined)
  }
  createEffect(
    on(
      draft.kept,
      () => {
        clearTimeout(timer)
        timer = setTimeout(keep, KEEP_MS)
      },
      { defer: true },
    ),
  )
  createEffect(
    on(
      () => view.transcript()?.unsent,
      (unsent) => {
        if (!unsent) return
        if (unsent.draft) draft.offer(unsent.draft)
        void sessions.prompts.restore(view.ref, unsent.sent)
      },
    ),
  )
  onMount(() => addEventListener('pagehide', keep))
  onCleanup(() => {
    removeEventListener('pagehide', keep)
    keep()
  })
}
