import { createEffect, createMemo, createSignal, on, type Accessor, type Signal } from 'solid-js'
import { readAnswer } from '../../../sdk/answer.ts'
import { engine } from '../../../sdk/engine.ts'
import type { Choices } from '../../../store/choices.ts'
import type { SessionView } from '../../session-view.ts'
import { createAvailableChoices } from '../available-choices.ts'

interface Newest {
  branch: string | undefined
  /** What was known then: choices that are read later are newer. */
  choices: Choices | undefined
}

/** What a folder had checked out after the last turn in it, by server and folder: all its sessions show the same. */
const newest = new Map<string, Signal<Newest | undefined>>()

function newestOf(serverId: string, directory: string) {
  const key = `${serverId}\n${directory}`
  const known = newest.get(key)
  if (known) return known
  const fresh = createSignal<Newest>()
  newest.set(key, fresh)
  return fresh
}

/** What is checked out in the session's folder; undefined: not known, or no repository. It comes with the choices, and is asked for after each turn. */
export function createBranch(view: SessionView): Accessor<string | undefined> {
  const choices = createAvailableChoices(view)
  const folder = createMemo(() => newestOf(view.ref.serverId, view.directory()))
  const read = async () => {
    const directory = view.directory()
    const [, setNewest] = folder()
    const known = choices.data()
    const call = engine(view.ref.serverId).vcs.get({ directory })
    const { branch } = await readAnswer(view.ref.serverId, 'vcs', call)
    setNewest({ branch, choices: known })
  }
  createEffect(
    on(createMemo(view.busy), (busy, before) => {
      // A branch that cannot be told is not shown, and nothing else depends on it.
      if (before && !busy && view.directory() !== '') read().catch(() => undefined)
    }),
  )
  return () => {
    const [last, now] = [folder()[0](), choices.data()]
    return last && last.choices === now ? last.branch : now?.branch
  }
}
