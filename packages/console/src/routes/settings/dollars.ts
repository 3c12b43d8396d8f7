import { MOST_DOLLARS } from '../../../shared/budget.ts'
import { formatCount } from '../../ui/format.ts'

/** As people write it: $1,000,000. */
export const MOST_WRITTEN = `$${formatCount(MOST_DOLLARS)}`

/** An amount as people write it: "5", "$ 5.50", "2,50". Null: none is meant; undefined: it is no amount that can be kept. Pure. */
export function readDollars(text: string): number | null | undefined {
  const written = text.trim().replace(/^\$\s*/, '')
  if (written === '') return null
  if (!/^\d{1,9}([.,]\d{1,2})?$/.test(written)) return undefined
  const amount = Number(written.replace(',', '.'))
  return amount >= 0.01 && amount <= MOST_DOLLARS ? amount : undefined
}
