/** PURE: a provider as its file would have it once the form is saved, for a check before that. */
import type { FieldChange } from '../../../../../shared/configuration.ts'
import type { ProviderCheck } from '../../../../../shared/provider-check.ts'
import { isBag, withValue, type Bag } from './changes.ts'
import type { ProviderDraft } from './draft.ts'

/**
 * @param inFile what the file says of it so far, with marks for what is hidden: the host knows what they stand for.
 * @param changes those of the form.
 */
export function unsavedCheck(
  { id, way, key, defaultModel, models }: ProviderDraft,
  inFile: Bag,
  changes: readonly FieldChange[],
): ProviderCheck {
  const below = changes.filter(({ path }) => path[0] === 'provider' && path[1] === id)
  const written = below.reduce((bag, { path, value }) => {
    const own = path.slice(2)
    if (own.length === 0) return isBag(value) ? value : {}
    return value === undefined ? without(bag, own) : withValue(bag, own, value)
  }, inFile)
  const typed = way === 'stored' ? key.trim() : ''
  const definition = typed === '' ? written : withValue(written, ['options', 'apiKey'], typed)
  const model = models.some((one) => one.id === defaultModel) ? defaultModel : models[0]?.id
  return { definition, ...(model !== undefined && model !== '' && { model }) }
}

function without(bag: Bag, [name = '', ...rest]: readonly string[]): Bag {
  const inner = Object.hasOwn(bag, name) ? bag[name] : undefined
  if (rest.length > 0) return isBag(inner) ? { ...bag, [name]: without(inner, rest) } : bag
  return Object.fromEntries(Object.entries(bag).filter(([one]) => one !== name))
}
