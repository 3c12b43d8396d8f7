/** What a form is saved as: settings, a key, or both. */
import type { FieldChange } from '../../../../../shared/configuration.ts'
import { engine, unwrap } from '../../../../sdk/engine.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { planBoth, planOther, planSettings, type Plan } from '../../change/plan.ts'
import type { Reading } from '../../configuration/create-reading.ts'
import type { ProviderDraft } from './draft.ts'
import { enabling } from './lists.ts'

type Actions = Pick<ConfigurationActions, 'read' | 'save' | 'interrupt'>

interface Form {
  place: ConfigurationPlace
  reading: Reading
  draft: ProviderDraft
  /** Of the provider itself. */
  changes: readonly FieldChange[]
}

/** Undefined: nothing would be changed. */
export function planForm(actions: Actions, { place, reading, draft, changes: own }: Form): Plan | undefined {
  const title = draft.name.trim() || draft.id
  const changes = [...own, ...besides(draft, reading)]
  const settings = changes.length > 0 ? planSettings(actions, { place, reading, changes, title }) : undefined
  const key = hasKey(draft) ? planKey(actions, place, draft) : undefined
  return settings && key ? planBoth(actions, settings, key) : (settings ?? key)
}

/** It is written whatever the place: there is one file of keys for all. */
export const hasKey = ({ way, key }: ProviderDraft): boolean => way === 'stored' && key.trim() !== ''

export const everywhere = ({ serverId }: ConfigurationPlace): ConfigurationPlace => ({
  serverId,
  scope: 'global',
  directory: '',
})

function planKey(actions: Actions, place: ConfigurationPlace, { id, key }: ProviderDraft): Plan {
  return planOther(actions, {
    place: everywhere(place),
    name: `key of ${id}`,
    title: `The key of ${id}`,
    write: async () => {
      await unwrap(
        engine(place.serverId).auth.set({ providerID: id, auth: { type: 'api', key: key.trim() } }),
      )
    },
  })
}

/** What else has to be said for it to be used, and as what. */
function besides(
  { id, models, defaultModel, smallModel, compaction }: ProviderDraft,
  reading: Reading,
): FieldChange[] {
  const read = reading.value()
  // One that was chosen may be gone from the form since.
  const use = (name: string, model: string) =>
    models.some((one) => one.id === model && model !== '') ? [{ path: [name], value: `${id}/${model}` }] : []
  return [
    ...(read ? enabling(read, id) : []),
    ...use('model', defaultModel),
    ...use('small_model', smallModel),
    ...Object.entries(compaction ?? {}).map(([name, value]) => ({ path: ['compaction', name], value })),
  ]
}
