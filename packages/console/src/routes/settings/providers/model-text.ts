/** PURE: what a model can take and do, and what it costs, in a few words each. */
import type { ProviderModel } from '../../../../shared/providers.ts'
import { formatCompact, formatCost } from '../../../ui/format.ts'

export function modelFacts({
  limit,
  cost,
  input,
  output,
  reasoning,
  tools,
  variants,
}: ProviderModel): string[] {
  return [
    ...limitFacts(limit),
    ...costFacts(cost),
    ...kindFacts(input, output),
    ...(reasoning ? [variants.length > 0 ? `reasoning: ${variants.join(', ')}` : 'reasoning'] : []),
    ...(tools ? [] : ['no tools']),
  ]
}

/** Without limits the engine never compacts. */
function limitFacts({ context, input, output }: ProviderModel['limit']): string[] {
  if (context === 0) return ['context limit not set']
  return [
    `context ${formatCompact(context)}`,
    ...(input ? [`input ${formatCompact(input)}`] : []),
    ...(output > 0 ? [`output ${formatCompact(output)}`] : []),
  ]
}

/** What costs nothing may as well be not known. */
function costFacts(cost: ProviderModel['cost']): string[] {
  if (!cost || (cost.input === 0 && cost.output === 0)) return []
  const cached = cost.cacheRead ? `, ${formatCost(cost.cacheRead)} cached` : ''
  return [`${formatCost(cost.input)} in${cached}, ${formatCost(cost.output)} out per million`]
}

function kindFacts(input: readonly string[], output: readonly string[]): string[] {
  const others = (kinds: readonly string[]) => kinds.filter((kind) => kind !== 'text')
  return [
    ...(others(input).length > 0 ? [`reads ${others(input).join(', ')}`] : []),
    ...(others(output).length > 0 ? [`makes ${others(output).join(', ')}`] : []),
  ]
}
