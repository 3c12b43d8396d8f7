/** PURE: the providers as they are listed: those that are connected, and those that somebody has set up and that are not. */
import type { Configuration, ConfigurationField } from '../../../../shared/configuration.ts'
import type { ListedProvider, ProviderList } from '../../../../shared/providers.ts'
import { keyOf, type ProviderKey } from './provider-key.ts'

/** Why one is not connected: it is in `disabled_providers`, it is missing in `enabled_providers`, or the engine has found nothing to use. */
export type ProviderState = 'connected' | 'disabled' | 'left-out' | 'unused'

export interface ProviderRow {
  id: string
  name: string
  state: ProviderState
  /** Absent: it is not connected. */
  listed?: ListedProvider
  /** Where a file sets it, from its first line on. */
  layer?: { source: number; line?: number }
  /** The file that a change goes to sets something of it. */
  isInTarget: boolean
  key: ProviderKey
}

/** Those that are connected first, each in the order of their names. */
export function rowsOf(list: ProviderList, configuration: Configuration | undefined): ProviderRow[] {
  const byId = new Map<string, ListedProvider | undefined>(list.providers.map((one) => [one.id, one]))
  const fields = configuration?.fields ?? []
  const more = [
    ...fields.flatMap(({ path: [kind, id] }) => (kind === 'provider' && id !== undefined ? [id] : [])),
    ...listIn(fields, 'disabled_providers'),
    ...Object.keys(list.stored ?? {}),
  ]
  for (const id of more) if (!byId.has(id)) byId.set(id, undefined)
  const enabled = fields.some(({ path }) => path[0] === 'enabled_providers')
    ? listIn(fields, 'enabled_providers')
    : undefined
  const disabled = listIn(fields, 'disabled_providers')
  const stateOf = (id: string, listed: ListedProvider | undefined): ProviderState => {
    if (listed) return 'connected'
    if (disabled.includes(id)) return 'disabled'
    return enabled && !enabled.includes(id) ? 'left-out' : 'unused'
  }
  return [...byId]
    .map(([id, listed]) => {
      const own = fields.filter(({ path }) => path[0] === 'provider' && path[1] === id)
      const layer = firstLayer(own)
      return {
        id,
        name: listed?.name ?? nameIn(own) ?? id,
        state: stateOf(id, listed),
        ...(listed && { listed }),
        ...(layer && { layer }),
        isInTarget: own.some(({ inTarget }) => inTarget === true),
        key: keyOf(id, listed, list, own),
      }
    })
    .toSorted(
      (a, b) =>
        Number(a.state !== 'connected') - Number(b.state !== 'connected') || a.name.localeCompare(b.name),
    )
}

/** What is in force of a list of names. */
export function listIn(fields: readonly ConfigurationField[], name: string): string[] {
  const shown = fields.find(({ path }) => path.length === 1 && path[0] === name)?.shown
  const value = shown && 'value' in shown ? shown.value : undefined
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function nameIn(own: readonly ConfigurationField[]): string | undefined {
  const shown = own.find(({ path }) => path.length === 3 && path[2] === 'name')?.shown
  return shown && 'value' in shown && typeof shown.value === 'string' ? shown.value : undefined
}

/** The strongest source that sets something of it, and the first line there. */
function firstLayer(own: readonly ConfigurationField[]): ProviderRow['layer'] {
  const layers = own.flatMap((field) => field.layers)
  const source = layers.reduce((most, layer) => Math.max(most, layer.source), -1)
  if (source === -1) return undefined
  const lines = layers.flatMap((layer) => (layer.source === source && layer.line ? [layer.line] : []))
  return { source, ...(lines.length > 0 && { line: Math.min(...lines) }) }
}
