/** What projects and models are called. Pure but for titles, which are reactive. */
import type { UsedModel } from '@kilo-console/engine/edge/usage'
import type { TokenCounts } from '../../../shared/usage.ts'
import { oneLine, titleOfSession } from '../../frame/entry-text.ts'
import type { CountedRow, Measure, Sum } from './tally.ts'
import { tokensOf } from './tally.ts'
import { nameFolder } from '../../ui/folder-names.ts'
import { formatCompact, formatCost } from '../../ui/format.ts'

/** The model alone: who provides it stands beside it. */
export const nameModel = ({ model }: Pick<CountedRow, 'model'>): string =>
  model ? oneLine(model.modelID) : 'No model'

export const nameProvider = ({ model }: Pick<CountedRow, 'model'>): string =>
  model ? oneLine(model.providerID) : 'Imported, or never answered'

export const nameRow = ({ id, title, created }: CountedRow): string =>
  titleOfSession({ id, title, time: { created } })

export const formatMeasure = ({ cost, tokens }: Pick<Sum, 'cost' | 'tokens'>, measure: Measure): string =>
  measure === 'cost' ? formatCost(cost) : formatCompact(tokensOf(tokens))

/** A repository's own name, or its folder's. `home`: as far as it is known. */
export const nameProject = ({ project }: Pick<CountedRow, 'project'>, home?: string): string =>
  oneLine(project.name ?? '') || nameFolder(project.folder, home)

/** The engine's count, as ours. */
export const countsOf = ({ input, output, reasoning, cache }: UsedModel['tokens']): TokenCounts => ({
  input,
  output,
  reasoning,
  cacheRead: cache.read,
  cacheWrite: cache.write,
})

/** "in" and "out" as people read a bill: what thinking costs is written, what a cache gives is read. */
export function sayTokens({ tokens }: Pick<Sum, 'tokens'>): string {
  const { input, output, reasoning, cacheRead, cacheWrite } = tokens
  const parts = [`${formatCompact(input + cacheWrite)} in`, `${formatCompact(output + reasoning)} out`]
  return [...parts, ...(cacheRead > 0 ? [`${formatCompact(cacheRead)} from cache`] : [])].join(' · ')
}
