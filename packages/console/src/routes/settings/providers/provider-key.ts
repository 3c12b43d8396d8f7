/** PURE: where the key of a provider comes from. What it is stays with the host. */
import type { ConfigurationField, FieldLayer } from '../../../../shared/configuration.ts'
import type { ListedProvider, ProviderList, StoredKind } from '../../../../shared/providers.ts'
import type { Variables, VariableState } from '../../../../shared/variables.ts'

export interface ProviderKey {
  /**
   * `reference`: the configuration names a variable. `file`: it names a file. `written`: it has the key itself. `stored`: in the file of keys.
   * `variable`: the engine looks for it in variables of its own accord. `none`: none is known.
   */
  from: 'reference' | 'file' | 'written' | 'stored' | 'variable' | 'none'
  /** Names of variables, or the path of the file. */
  names: string[]
  /** What is in the file of keys. */
  stored?: StoredKind
  /** Who sets it in the configuration; absent: nobody that is known. */
  layer?: FieldLayer
  /** A stored key has no effect: the configuration has one. */
  isOverridden: boolean
  /** A stored key has no effect: a variable stands in the place of the file. */
  isStoredUnused: boolean
}

/** @param own the fields of this provider. */
export function keyOf(
  id: string,
  listed: ListedProvider | undefined,
  { stored: all, isStoredUnused }: Pick<ProviderList, 'stored' | 'isStoredUnused'>,
  own: readonly ConfigurationField[],
): ProviderKey {
  const field = own.find(({ path }) => path.length === 4 && path[2] === 'options' && path[3] === 'apiKey')
  const stored = all && Object.hasOwn(all, id) ? all[id] : undefined
  const layer = field?.layers.at(-1)
  const about = {
    ...(stored && { stored }),
    ...(layer && { layer }),
    isOverridden: field !== undefined && stored !== undefined,
    isStoredUnused: isStoredUnused === true,
  }
  if (field) return { ...referredBy(field), ...about }
  const isStored = stored ?? (all === undefined && listed?.source === 'api')
  if (isStored) return { from: 'stored', names: [], ...about }
  return listed?.hasKey || listed?.source === 'env'
    ? { from: 'variable', names: listed.env, ...about }
    : { from: 'none', names: listed?.env ?? [], ...about }
}

const REFERENCE = /^\{(env|file):([^{}]+)\}$/

function referredBy({ layers, shown: inForce }: ConfigurationField): Pick<ProviderKey, 'from' | 'names'> {
  const shown = layers.at(-1)?.shown ?? inForce
  const written = shown && 'value' in shown ? shown.value : undefined
  const [, kind, name = ''] = REFERENCE.exec(typeof written === 'string' ? written : '') ?? []
  if (kind === undefined) return { from: 'written', names: [] }
  return { from: kind === 'env' ? 'reference' : 'file', names: [name] }
}

/** @param place where the configuration has it: "kilo.jsonc, line 3". */
export function keyText(key: ProviderKey, variables: Variables, place: string | undefined): string {
  const [name = ''] = key.names
  switch (key.from) {
    case 'reference':
      return `{env:${name}}: ${variableText(variables[name])}`
    case 'file':
      return `from the file ${name}`
    case 'written':
      return place === undefined ? 'set above the files' : `in ${place}`
    case 'stored':
      return STORED[key.stored ?? 'api']
    case 'variable': {
      const set = key.names.filter((one) => variables[one] === 'set')
      return `${(set.length > 0 ? set : key.names).join(' or ')} in the daemon’s environment`
    }
    case 'none':
      return 'none'
  }
}

const STORED: Record<StoredKind, string> = {
  api: 'stored in auth.json',
  oauth: 'logged in, stored in auth.json',
  wellknown: 'from your organisation, stored in auth.json',
}

export function variableText(state: VariableState | undefined): string {
  switch (state) {
    case 'set':
      return 'set in the daemon’s environment'
    case 'unset':
      return 'not set in the daemon’s environment'
    case 'after-restart':
      return 'set here, but not in the daemon: restart it'
    case 'unknown':
    case undefined:
      return 'the environment of this server can’t be read'
  }
}

/** It has no key, though the configuration names one. */
export const isMissing = ({ from, names: [name = ''] }: ProviderKey, variables: Variables): boolean =>
  from === 'reference' && (variables[name] === 'unset' || variables[name] === 'after-restart')

/** What has no effect; undefined: all has. */
export function withoutEffect({ isOverridden, isStoredUnused, stored }: ProviderKey): string | undefined {
  if (!stored) return undefined
  if (isOverridden) return 'A stored key is there too. It has no effect: the configuration’s key is used.'
  return isStoredUnused
    ? 'Keys are taken from KILO_AUTH_CONTENT: what is stored in auth.json has no effect.'
    : undefined
}
