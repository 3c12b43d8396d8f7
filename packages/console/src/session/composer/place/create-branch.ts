import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { readAnswer } from '../../../sdk/answer.ts'
import { engine } from '../../../sdk/engine.ts'
import type { SessionView } from '../../session-view.ts'
import { createAvailableChoices } from '../available-choices.ts'

/** What is checked out in the session's folder; undefined: not known, or no repository. It comes with the choices, and is asked for after each turn. */
export function createBranch(view: SessionView): Accessor<string | undefined> {
  const choices = createAvailableChoices(view)
  const [newer, setNewer] = createSignal<{ directory: string; branch: string | undefined }>()
  const read = async () => {
    const directory = view.directory()
    const call = engine(view.ref.serverId).vcs.get({ directory })
    const { branch } = await readAnswer(view.ref.serverId, 'vcs', call)
    setNewer({ directory, branch })
  }
  createEffect(
    on(createMemo(view.busy), (busy, before) => {
      // A branch that cannot be told is not shown, and nothing else depends on it.
      if (before && !busy && view.directory() !== '') read().catch(() => undefined)
    }),
  )
  return () => {
    const found = newer()
    return found && found.directory === view.directory() ? found.branch : choices.data()?.branch
  }
}
