import { createEffect, onCleanup, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import type { Choices } from '../../store/choices.ts'
import { choicesCache } from '../../store/choices-cache.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import type { SessionView } from '../session-view.ts'

export interface ChoicesView {
  data: Accessor<Choices | undefined>
  problem: Accessor<Problem | undefined>
  loading: Accessor<boolean>
  /** Reads again: after a failure, or because a provider may have been set up meanwhile. */
  refresh: () => void
}

/** What a session can be asked with. Read when the session stands on the screen and its server answers. */
export function createAvailableChoices({ ref, directory, reachable, transcript }: SessionView): ChoicesView {
  const cache = () => (directory() === '' ? undefined : choicesCache(ref.serverId, directory()))
  const isShown = () => transcript()?.load.status === 'ready'
  createEffect(() => {
    const now = cache()
    if (now && reachable() && isShown() && !now.data() && !now.problem()) onCleanup(whenIdle(now.read))
  })
  return {
    data: () => cache()?.data(),
    problem: () => cache()?.problem(),
    loading: () => cache()?.loading() ?? false,
    refresh: () => cache()?.read(),
  }
}
