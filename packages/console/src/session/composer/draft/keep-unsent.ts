import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { host } from '../../../sdk/host.ts'
import { useConsole } from '../../../store/context.ts'
import type { SessionRef } from '../../../store/types.ts'
import type { SessionView } from '../../session-view.ts'
import type { Draft } from './drafts.ts'
import { Keeper } from './keeper.ts'

/** They live as long as the drafts: what could not be kept while a view was there is kept later. */
const keepers = new WeakMap<Draft, Keeper>()

function keeperOf(sessionId: string, draft: Draft): Keeper {
  const known = keepers.get(draft)
  if (known) return known
  const fresh = new Keeper({
    written: draft.kept,
    post: (change) => host.keepUnsent(sessionId, change),
    offer: (kept) => draft.offer(kept),
  })
  keepers.set(draft, fresh)
  return fresh
}

/** Has the host keep the draft of a session, and takes over what it has kept: the draft, and prompts that nobody saw arrive. */
export function createKeptUnsent(view: SessionView, draft: Draft): void {
  const { sessions } = useConsole()
  createKeeping(keeperOf(view.ref.sessionId, draft), draft)
  createEffect(
    on(
      () => view.transcript()?.unsent,
      (unsent) => {
        if (!unsent) return
        draft.offer(unsent.draft)
        void sessions.prompts.restore(view.ref, unsent.sent)
      },
    ),
  )
}

/** The same away from the session: what the host has kept of its draft is asked for. */
export function createKeptDraft({ sessionId }: SessionRef, draft: Draft): void {
  const keeper = keeperOf(sessionId, draft)
  createKeeping(keeper, draft)
  void keeper.look()
}

function createKeeping(keeper: Keeper, draft: Draft): void {
  // At once too: a fork's draft is written before anybody sees it.
  createEffect(on(draft.kept, () => keeper.note()))
  onMount(() => {
    const stop = new AbortController()
    const look = () => document.visibilityState === 'visible' && void keeper.look()
    document.addEventListener('visibilitychange', look, { signal: stop.signal })
    addEventListener('focus', look, { signal: stop.signal })
    addEventListener('pagehide', () => keeper.keep(), { signal: stop.signal })
    onCleanup(() => {
      stop.abort()
      keeper.keep()
    })
  })
}
