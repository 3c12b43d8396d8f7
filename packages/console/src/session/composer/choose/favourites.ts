import { createSignal, type Accessor } from 'solid-js'
import { readAnswer } from '../../../sdk/answer.ts'
import { engine, unwrap } from '../../../sdk/engine.ts'
import { reportFailure } from '../../../frame/report-failure.ts'
import type { ModelRef } from '../../../store/types.ts'
import { modelKey } from './model-options.ts'

export interface Favourites {
  /** As `provider/model`. */
  keys: Accessor<readonly string[]>
  read: () => void
  toggle: (model: ModelRef) => void
}

/** The favourites of the engine's user: the TUI shows the same. */
export function createFavourites(serverId: string, directory: () => string): Favourites {
  const [favourites, setFavourites] = createSignal<readonly ModelRef[]>([])
  const ask = async () => {
    const call = engine(serverId).config.modelState({ directory: directory() })
    return (await readAnswer(serverId, 'modelState', call)).favorite
  }
  const toggle = async (model: ModelRef) => {
    const key = modelKey(model)
    try {
      // Somebody else may have changed them meanwhile.
      const now = await ask()
      const others = now.filter((each) => modelKey(each) !== key)
      const { providerID, modelID } = model
      const next = others.length < now.length ? others : [...now, { providerID, modelID }]
      await unwrap(engine(serverId).config.modelStateUpdate({ directory: directory(), favorite: next }))
      setFavourites(next)
    } catch (error) {
      reportFailure('Couldn’t change favourites', error, () => void toggle(model))
    }
  }
  return {
    keys: () => favourites().map(modelKey),
    // Without them the list is by provider, which is good enough.
    read: () => void ask().then(setFavourites, () => undefined),
    toggle: (model) => void toggle(model),
  }
}
