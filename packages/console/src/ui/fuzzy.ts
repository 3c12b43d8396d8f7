/** Ranks texts against what someone types. Every word of the query must be found; the order of words does not matter. */

export interface Ranked<T> {
  item: T
  score: number
}

const isWordStart = (text: string, at: number) => /[\s/._:@()-]/.test(text.charAt(at - 1))

const scoreSubsequence = (word: string, text: string): number => {
  let at = -1
  let gaps = 0
  for (const character of word) {
    const next = text.indexOf(character, at + 1)
    if (next < 0) return 0
    if (at >= 0 && next > at + 1) gaps += isWordStart(text, next) ? 1 : Math.min(8, next - at - 1)
    at = next
  }
  // Letters strewn over a long text are chance, not a match.
  return gaps > word.length * 3 ? 0 : Math.max(1, 30 - gaps)
}

const scoreWord = (word: string, text: string): number => {
  const first = text.indexOf(word)
  if (first < 0) return scoreSubsequence(word, text)
  if (first === 0) return text.length === word.length ? 120 : 100
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (isWordStart(text, at)) return 80
  return 50
}

/** How well `text` answers `query`: 0 is not at all, an empty query is answered by everything. Case does not matter. */
export const scoreMatch = (query: string, text: string): number => {
  const words = query.toLowerCase().split(/\s/).filter(Boolean)
  if (words.length === 0) return 1
  const lower = text.toLowerCase()
  let total = 0
  for (const word of words) {
    const score = scoreWord(word, lower)
    if (score === 0) return 0
    total += score
  }
  return total / words.length
}

/** The items that match, best first; equals keep their order. `textsOf` gives the texts to look in, the first counting most. */
export const rankMatches = <T>(
  query: string,
  items: readonly T[],
  textsOf: (item: T) => string[],
): Ranked<T>[] => {
  if (query.trim() === '') return items.map((item) => ({ item, score: 1 }))
  const ranked: Ranked<T>[] = []
  for (const item of items) {
    const texts = textsOf(item)
    const alone = texts.map((text, index) => scoreMatch(query, text) / (index === 0 ? 1 : 1.5))
    // "sonnet anthropic" names two texts of one item.
    const together = scoreMatch(query, texts.join(' ')) / 2
    const score = Math.max(together, ...alone)
    if (score > 0) ranked.push({ item, score })
  }
  return ranked.toSorted((a, b) => b.score - a.score)
}
