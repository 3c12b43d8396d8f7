/** What can be done with a provider besides changing it, and how that is written. */
import type { Configuration, FieldChange } from '../../../../shared/configuration.ts'
import { engine, unwrap } from '../../../sdk/engine.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { planBoth, planOther, planSettings, type Plan } from '../change/plan.ts'
import type { Reading } from '../configuration/create-reading.ts'
import { disabling, enabling, keptInBy, keptOutBy, removing } from './form/lists.ts'
import { everywhere } from './form/plan-form.ts'
import type { ProviderRow } from './rows.ts'

export interface Act {
  name: 'enable' | 'disable' | 'set-key' | 'remove-key' | 'remove'
  label: string
  /** What it means. */
  text: string
  warning?: string | undefined
}

/** PURE: those that there is a reason for. */
export function actsOf(row: ProviderRow, configuration: Configuration | undefined): Act[] {
  const { name, state, key, isInTarget } = row
  const acts: (Act | false)[] = [
    state === 'connected' && {
      name: 'disable',
      label: 'Disable',
      text: `${name} stays set up, and none of its models can be used: it is added to disabled_providers.`,
      warning: configuration && keptInBy(configuration),
    },
    (state === 'disabled' || state === 'left-out') && {
      name: 'enable',
      label: 'Enable',
      text: `Its models can be used again: ${state === 'disabled' ? 'it is taken out of disabled_providers' : 'it is added to enabled_providers'}.`,
      warning: configuration && keptOutBy(configuration, row.id),
    },
    {
      name: 'set-key',
      label: key.stored ? 'Change stored key' : 'Store a key',
      text: 'The key goes to auth.json, which only you can read. It is used in every project.',
      warning: overridesStored(key),
    },
    key.stored !== undefined && {
      name: 'remove-key',
      label: key.stored === 'oauth' ? 'Log out' : 'Remove stored key',
      text: `What auth.json has for ${name} is removed, for every project.`,
    },
    isInTarget && {
      name: 'remove',
      label: 'Remove',
      text: `All that this file says of ${name} is taken out${key.stored ? ', and its stored key is removed' : ''}.`,
      warning: usedAs(row.id, configuration),
    },
  ]
  return acts.filter((act) => act !== false)
}

/** Why what is stored would not be used; undefined: it would. */
export function overridesStored({ isOverridden, from }: ProviderRow['key']): string | undefined {
  const isSet = isOverridden || from === 'reference' || from === 'written' || from === 'file'
  return isSet ? 'It has no effect while the configuration has a key.' : undefined
}

/** Models that are chosen elsewhere would be missing. */
function usedAs(id: string, configuration: Configuration | undefined): string | undefined {
  const names = ['model', 'small_model'].filter((name) =>
    configuration?.fields.some(({ path, shown }) => {
      const value = shown && 'value' in shown ? shown.value : undefined
      return path.join('.') === name && typeof value === 'string' && value.startsWith(`${id}/`)
    }),
  )
  return names.length > 0
    ? `${names.join(' and ')} still name${names.length > 1 ? '' : 's'} a model of it: choose another.`
    : undefined
}

interface Doing {
  row: ProviderRow
  place: ConfigurationPlace
  reading: Reading
  /** To be stored. */
  key: string
}

type Actions = Pick<ConfigurationActions, 'read' | 'save' | 'interrupt'>

/** Undefined: there is nothing to be done. */
export function planAct(actions: Actions, { name }: Act, doing: Doing): Plan | undefined {
  const { row, reading, key } = doing
  const read = reading.value()
  if (!read) return undefined
  const settings = (changes: FieldChange[]) => planChanges(actions, doing, changes)
  switch (name) {
    case 'enable':
      return settings(enabling(read, row.id))
    case 'disable':
      return settings(disabling(read, row.id))
    case 'set-key':
      return /^[\x21-\x7e]+$/.test(key.trim()) ? planStore(actions, doing) : undefined
    case 'remove-key':
      return planForget(actions, doing)
    case 'remove': {
      const removed = settings(removing(read, row.id))
      return removed && row.key.stored ? planBoth(actions, removed, planForget(actions, doing)) : removed
    }
  }
}

const planChanges = (actions: Actions, { row, place, reading }: Doing, changes: FieldChange[]) =>
  changes.length > 0 ? planSettings(actions, { place, reading, changes, title: row.name }) : undefined

function planStore(actions: Actions, { row: { id, name }, place, key }: Doing): Plan {
  return planOther(actions, {
    place: everywhere(place),
    name: `key of ${id}`,
    title: `The key of ${name}`,
    write: async () => {
      await unwrap(
        engine(place.serverId).auth.set({ providerID: id, auth: { type: 'api', key: key.trim() } }),
      )
    },
  })
}

function planForget(actions: Actions, { row: { id, name }, place }: Doing): Plan {
  return planOther(actions, {
    place: everywhere(place),
    name: `key of ${id}`,
    title: `No stored key for ${name}`,
    write: async () => {
      await unwrap(engine(place.serverId).auth.remove({ providerID: id }))
    },
  })
}
