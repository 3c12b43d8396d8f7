/** PURE: what a provider says of its models. There is no rule for more than the ids: servers have names of their own for the limits. */
import { bagOf, handle, may, name, number, object, type Schema } from '@kilo-console/engine/edge/bounds'
import { fittingOnes } from '@kilo-console/engine/edge/check'
import type { FoundModel } from '../../shared/providers.ts'

const MOST = 2000

interface Told {
  id: string
  name?: string
  display_name?: string
  context_length?: number
  context_window?: number
  max_model_len?: number
  max_context_length?: number
  max_output_tokens?: number
  max_completion_tokens?: number
  top_provider?: { max_completion_tokens?: number }
}

const told: Schema<Told> = object<Told>({
  id: handle,
  name: may(name),
  display_name: may(name),
  context_length: may(number),
  context_window: may(number),
  max_model_len: may(number),
  max_context_length: may(number),
  max_output_tokens: may(number),
  max_completion_tokens: may(number),
  top_provider: may(object({ max_completion_tokens: may(number) })),
})

/** In the order of the ids. Undefined: this is no list of models. */
export function foundModels(answer: unknown): { models: FoundModel[]; more: boolean } | undefined {
  const list = Array.isArray(answer) ? answer : (bagOf(answer)['data'] ?? bagOf(answer)['models'])
  if (!Array.isArray(list)) return undefined
  const models = fittingOnes(told, list, MOST, () => undefined).map(foundModel)
  return {
    models: models.toSorted((a, b) => a.id.localeCompare(b.id)),
    more: list.length > MOST,
  }
}

function foundModel(model: Told): FoundModel {
  const title = model.name ?? model.display_name
  const context = tokens(
    model.context_length ?? model.context_window ?? model.max_model_len ?? model.max_context_length,
  )
  const output = tokens(
    model.max_output_tokens ?? model.max_completion_tokens ?? model.top_provider?.max_completion_tokens,
  )
  return {
    id: model.id,
    ...(title !== undefined && title !== '' && title !== model.id && { name: title }),
    ...(context !== undefined && { context }),
    ...(output !== undefined && { output }),
  }
}

const tokens = (count: number | undefined): number | undefined =>
  count !== undefined && count >= 1 && count <= 1e9 ? Math.floor(count) : undefined
