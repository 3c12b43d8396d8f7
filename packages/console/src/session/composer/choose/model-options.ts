/** The models as they are chosen from. Pure. */
import type { ModelChoice } from '../../../store/choices.ts'
import type { ModelRef } from '../../../store/types.ts'
import { formatCompact } from '../../../ui/format.ts'
import type { PickerOption } from '../../../ui/picker.tsx'
import { shownName } from '../complete/mention.ts'

export interface ModelOption extends PickerOption {
  model: ModelChoice
  favourite: boolean
}

export const modelKey = ({ providerID, modelID }: ModelRef): string => `${providerID}/${modelID}`

/** Most people go back to three models of hundreds. */
const MOST_RECENT = 5

/** Each model once: favourites, then what was used lately, then the others by provider. `recent`: keys, the last one used first. */
export function modelOptions(
  models: readonly ModelChoice[],
  favourites: readonly string[],
  recent: readonly string[],
): ModelOption[] {
  const byKey = new Map(models.map((model) => [modelKey(model), model]))
  const known = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? [])
  const first = known(favourites)
  const second = known(recent.filter((key) => !favourites.includes(key))).slice(0, MOST_RECENT)
  const above = new Set([...first, ...second])
  const option = (group: string) => (model: ModelChoice) => optionOf(model, group, favourites)
  return [
    ...first.map(option('Favourites')),
    ...second.map(option('Recent')),
    ...models.filter((model) => !above.has(model)).map((model) => option(shownName(model.provider))(model)),
  ]
}

function optionOf(model: ModelChoice, group: string, favourites: readonly string[]): ModelOption {
  const key = modelKey(model)
  return {
    id: key,
    title: shownName(model.name),
    detail: [shownName(model.provider), contextText(model), priceText(model)].filter(Boolean).join(' · '),
    group,
    keywords: `${model.provider} ${key}`,
    model,
    favourite: favourites.includes(key),
  }
}

const contextText = ({ contextLimit }: ModelChoice) =>
  contextLimit > 0 ? `${formatCompact(contextLimit)} context` : ''

/** Of a million tokens; free ones say so, unknown ones nothing. */
export function priceText({ cost }: Pick<ModelChoice, 'cost'>): string {
  if (!cost) return ''
  if (cost.input === 0 && cost.output === 0) return 'free'
  return `${dollars(cost.input)} in, ${dollars(cost.output)} out`
}

const dollars = (amount: number) =>
  `$${amount.toLocaleString('en', { minimumFractionDigits: amount < 10 && amount % 1 !== 0 ? 2 : 0, maximumFractionDigits: 2 })}`
