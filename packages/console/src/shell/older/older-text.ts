/** What is said of a search for older sessions. Pure. */
import { formatPlural } from '../../ui/format.ts'

interface Search {
  isAsked: boolean
  found: number
  hasMore: boolean
  failed: number
}

export function olderText({ isAsked, found, hasMore, failed }: Search): string {
  if (isAsked) return 'Searching older sessions…'
  if (hasMore) return 'More older sessions match: type more of the title.'
  if (found > 0) return `${formatPlural(found, 'older session')} found.`
  // What was not searched may hold some.
  return failed > 0 ? '' : 'No older session’s title matches.'
}
