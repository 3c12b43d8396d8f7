import { rangesIn } from './ranges.ts'
import type { Match } from './matches.ts'

/** Marks of one kind that are shown at once: painting more takes longer than a frame. */
const MOST_MARKS = 500

const ALL = 'find'
const CURRENT = 'find-current'

/** Undefined where the browser cannot mark text without changing it: then it is only brought into view. */
const registry = (): HighlightRegistry | undefined =>
  'highlights' in CSS && typeof Highlight === 'function' ? CSS.highlights : undefined

export const placeIn = (scroller: HTMLElement, place: string): HTMLElement | null =>
  scroller.querySelector<HTMLElement>(`[data-part="${CSS.escape(place)}"]`)

/** The range of a match, once its place is on the page. Where what is shown differs from what was searched (markdown): the nearest one. */
export function rangeOf(scroller: HTMLElement, match: Match, query: string): Range | undefined {
  const element = placeIn(scroller, match.searched.place)
  return element ? rangesIn(element, query, match.nth + 1).at(-1) : undefined
}

/** Marks all matches that are on the page now, and the current one in its own way. */
export function markMatches(
  scroller: HTMLElement,
  matches: readonly Match[],
  query: string,
  current: Match | undefined,
): void {
  const highlights = registry()
  if (!highlights) return
  const places = new Set(matches.map(({ searched }) => searched.place))
  const ranges: Range[] = []
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-part]')) {
    if (ranges.length >= MOST_MARKS) break
    if (places.has(element.dataset['part'] ?? ''))
      ranges.push(...rangesIn(element, query, MOST_MARKS - ranges.length))
  }
  const own = current && rangeOf(scroller, current, query)
  highlights.set(ALL, new Highlight(...ranges))
  const one = new Highlight(...(own ? [own] : []))
  one.priority = 1
  highlights.set(CURRENT, one)
}

export function clearMarks(): void {
  registry()?.delete(ALL)
  registry()?.delete(CURRENT)
}
