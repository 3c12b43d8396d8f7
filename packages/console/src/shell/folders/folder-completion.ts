import { createSignal, type Accessor } from 'solid-js'
import { seesFolders } from '../../store/folder-check.ts'
import { host } from '../../sdk/host.ts'
import { toProblem } from '../../sdk/problem.ts'
import type { PlaceContext, PlaceOption } from './place-options.ts'
import { isPath, optionsAsTyped, optionsOfLook, stillFitting } from './typed-path.ts'

interface Found {
  typed: string
  options: PlaceOption[]
  /** Why what was typed is no folder. */
  problem: string | undefined
}

export interface FolderCompletion {
  /** To be told of every change of what is typed. */
  type: (typed: string) => void
  /** The folders that it may become; undefined while it is no path. Reactive. */
  complete: (typed: string) => PlaceOption[] | undefined
  problem: Accessor<string | undefined>
  loading: Accessor<boolean>
}

/** Completes a typed path from the folders of this machine, the newest answer counting. */
export function createFolderCompletion(context: () => PlaceContext): FolderCompletion {
  const [typedNow, setTypedNow] = createSignal('')
  const [found, setFound] = createSignal<Found>()
  const isCurrent = () => found()?.typed === typedNow()

  async function look(typed: string): Promise<void> {
    const serverId = context().serverIds.find(seesFolders)
    const answer = serverId === undefined ? asTyped(typed) : await lookOn(serverId, typed)
    if (typed === typedNow()) setFound({ typed, ...answer })
  }

  const asTyped = (typed: string) => ({ options: optionsAsTyped(typed, context()), problem: undefined })

  function lookOn(serverId: string, typed: string): Promise<Omit<Found, 'typed'>> {
    return host.folder(serverId, typed, true).then(
      (look) => ({
        options: optionsOfLook(look, typed, serverId, context()),
        problem: look.problem?.message,
      }),
      (error: unknown) => ({ options: [], problem: toProblem(error).message }),
    )
  }

  return {
    type(typed) {
      setTypedNow(typed)
      if (isPath(typed)) void look(typed)
    },
    complete(typed) {
      if (!isPath(typed)) return undefined
      const last = found()
      if (!last) return []
      return last.typed === typed ? last.options : stillFitting(last.options, typed)
    },
    problem: () => (isCurrent() ? found()?.problem : undefined),
    loading: () => isPath(typedNow()) && !isCurrent(),
  }
}
