/** Which suggestions come first. Pure. */
import { rankMatches } from '../../../ui/fuzzy.ts'
import { splitPath } from '../../../ui/path-split.ts'
import type { Suggestion } from './suggestion.ts'

/** What one looks at before typing another letter. */
const MOST = 50
/** The last one used is worth as much as a match at the beginning of a word is above one inside. */
const RECENT = 30

/** The letters of a name are in every long description somewhere: that counts where it has the words. */
const textsOf = (suggestion: Suggestion, query: string): string[] => {
  if (suggestion.kind !== 'file' && suggestion.kind !== 'folder') {
    const { title, detail = '' } = suggestion
    const isNamed = query.length > 2 && detail.toLowerCase().includes(query.toLowerCase())
    return isNamed ? [title, detail] : [title]
  }
  const { tail } = splitPath(suggestion.path)
  return [tail.replace(/^[/\\]/, ''), suggestion.path]
}

/** `used`: ids, the last one used first. Equals keep their order. */
export function rankSuggestions(
  query: string,
  suggestions: readonly Suggestion[],
  used: readonly string[],
): Suggestion[] {
  const bonus = new Map(used.map((id, at) => [id, RECENT * (1 - at / used.length)]))
  return rankMatches(query, suggestions, (suggestion) => textsOf(suggestion, query))
    .map(({ item, score }) => ({ item, score: score + (bonus.get(item.id) ?? 0) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ item }) => item)
}
