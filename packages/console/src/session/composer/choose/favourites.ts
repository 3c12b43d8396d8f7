import { createSignal, type Accessor } from 'solid-js'
import { reportFailure } from '../../../frame/report-failure.ts'
import { changeFavourite, readFavourites } from '../../../store/actions/favourites.ts'
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
  const place = () => ({ serverId, directory: directory() })
  const toggle = async (model: ModelRef) => {
    try {
      setFavourites(await changeFavourite(place(), model, (isOne) => !isOne))
    } catch (error) {
      reportFailure('Couldn’t change favourites', error, () => void toggle(model))
    }
  }
  return {
    keys: () => favourites().map(modelKey),
    // Without them the list is by provider, which is good enough.
    read: () => void readFavourites(place()).then(setFavourites, () => undefined),
    toggle: (model) => void toggle(model),
  }
}
