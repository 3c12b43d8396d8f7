import { changeHidden, NOTHING_HIDDEN, type Hidden, type HiddenChange } from '../../../shared/hidden.ts'
import { settingsHost } from '../../sdk/settings/settings-host.ts'
import { keepForAll } from './kept-for-all.ts'
import type { Model } from '../model.ts'

/** Hides a model or an agent in every browser, or shows it again. At once; taken back when the host refuses. Throws `ProblemError`. */
export type ChangeHidden = (change: HiddenChange) => Promise<void>

const hiddenOf = ({ state }: Pick<Model, 'state'>): Hidden => state.info?.hidden ?? NOTHING_HIDDEN

export function makeChangeHidden(model: Model): ChangeHidden {
  return async (change) => {
    keepForAll(model, { hidden: changeHidden(hiddenOf(model), change) })
    try {
      // What comes of it the host tells every browser, this one as well, in the order in which it happened.
      await settingsHost.changeHidden(change)
    } catch (error) {
      keepForAll(model, { hidden: changeHidden(hiddenOf(model), { ...change, hidden: !change.hidden }) })
      throw error
    }
  }
}
