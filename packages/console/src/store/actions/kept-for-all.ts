import type { KeptForAll } from '../../../shared/api.ts'
import type { Model } from '../model.ts'

/** What the host keeps for every browser, as it is now. */
export function keepForAll(model: Model, kept: KeptForAll): void {
  const { info } = model.state
  // Replaced as a whole: a store would merge it, and keep what is gone.
  if (info) model.set('info', () => ({ ...info, ...kept }))
}
