import { formatCount, formatPlural } from '../../ui/format.ts'
import type { Find } from './create-find.ts'

/** Which match of how many, in words: "3 of 17". */
export function positionText({
  query,
  matches,
  at,
  isCut,
  older,
}: Pick<Find, 'query' | 'matches' | 'at' | 'isCut' | 'older'>): string {
  if (query() === '') return ''
  const count = matches().length
  if (count === 0) return older() === 'loading' ? '' : 'No matches'
  const more = isCut() ? '+' : ''
  // They came after the search, and nobody has gone to one.
  if (at() < 0) return `${formatPlural(count, 'match', 'matches')}${more}`
  return `${formatCount(at() + 1)} of ${formatCount(count)}${more}`
}
