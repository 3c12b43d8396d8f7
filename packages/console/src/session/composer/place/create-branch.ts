import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { readAnswer } from '../../../sdk/answer.ts'
import { engine } from '../../../sdk/engine.ts'
import { whenIdle } from '../../../ui/when-idle.ts'
import type { SessionView } from '../../session-view.ts'

/** Whoever opens a session looks at its messages first: the client of the engine, and this, come after them. Milliseconds. */
const LATER_MS = 1500

/** What is checked out in the session's folder; undefined: not known, or no repository. Asked when the session stands there, and after each turn. */
export function createBranch(view: SessionView): Accessor<string | undefined> {
  const [branch, setBranch] = createSignal<string>()
  const isReady = createMemo(
    () =>
      view.reachable() &&
      view.directory() !== '' &&
      view.transcript()?.load.status === 'ready' &&
      !view.busy(),
  )
  const read = async () => {
    const directory = view.directory()
    const call = engine(view.ref.serverId).vcs.get({ directory })
    const { branch } = await readAnswer(view.ref.serverId, 'vcs', call)
    if (view.directory() === directory) setBranch(branch)
  }
  createEffect(
    on(isReady, (ready) => {
      // A branch that cannot be told is not shown, and nothing else depends on it.
      if (!ready) return
      let callOff = () => clearTimeout(timer)
      const timer = setTimeout(() => {
        callOff = whenIdle(() => void read().catch(() => undefined))
      }, LATER_MS)
      onCleanup(() => callOff())
    }),
  )
  return branch
}
