/** PURE: a provider that is there, as the form shows it. */
import type { Configuration } from '../../../../../shared/configuration.ts'
import type { ProviderRow } from '../rows.ts'
import { isBag, type Bag } from './changes.ts'
import { emptyProvider, variableFor, type ProviderDraft } from './draft.ts'
import { inFileOf, type InFile } from './in-file.ts'
import { modelDraft } from './model-settings.ts'

export function draftOf(
  { id, key, listed }: ProviderRow,
  configuration: Configuration | undefined,
): ProviderDraft {
  const inFile = inFileOf(configuration, id)
  const { settings, hidden } = inFile
  const options = bag(settings['options'])
  const models = Object.entries(bag(settings['models']))
  const isOwn =
    models.length > 0 ||
    options['baseURL'] !== undefined ||
    hidden.some((path) => path.join('.') === 'options.baseURL')
  return {
    ...emptyProvider(),
    shape: isOwn && models.length > 0 ? 'custom' : 'catalogue',
    id,
    name: text(settings['name']),
    baseURL: text(options['baseURL']),
    npm: text(settings['npm']) || listed?.library || '',
    variable: variableIn(inFile) ?? variableFor(id),
    way: wayOf(inFile, key.stored !== undefined),
    models: models.map(([model, own]) => modelDraft(model, bag(own))),
  }
}

const bag = (value: unknown): Bag => (isBag(value) ? value : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function variableIn({ settings }: InFile): string | undefined {
  return /^\{env:(\w+)\}$/.exec(text(bag(settings['options'])['apiKey']))?.[1]
}

function wayOf(inFile: InFile, isStored: boolean): ProviderDraft['way'] {
  if (variableIn(inFile) !== undefined) return 'variable'
  const isWritten = bag(inFile.settings['options'])['apiKey'] !== undefined
  if (isWritten || inFile.hidden.some((path) => path.join('.') === 'options.apiKey')) return 'kept'
  return isStored ? 'stored' : 'none'
}
