/** Ranks texts against what someone types. Every word of the query must be found; the order of words does not matter. */

export interface Ranked<T> {
  item: T
  score: number
}

/** In a longer text letters that are strewn over it are chance. */
const LONGEST = 256

const isWordStart = (text: string, at: number) => at === 0 || /[\s/._:@()-]/.test(text.charAt(at - 1))

/** Which word each letter belongs to. */
const wordsOf = (text: string): number[] => {
  let word = -1
  return Array.from(text, (_, at) => (isWordStart(text, at) ? (word += 1) : word))
}

/** What is passed by from one letter that was typed to the next; Infinity: nobody who looks for this types that. */
const costOfStep = (text: string, words: readonly number[], from: number, to: number): number => {
  if (to === from + 1) return 0
  const crossed = (words[to] ?? 0) - (words[from] ?? 0)
  // Within a word letters may be left out; from word to word only beginnings count, and the words between them.
  if (crossed === 0) return to - from - 1
  return isWordStart(text, to) ? crossed : Infinity
}

/** `word` as letters of `text` in their order: an abbreviation (`ns` of "New session"), or one with letters left out (`trmnl`). */
const scoreAbbreviation = (word: string, text: string): number => {
  if (text.length > LONGEST || word.length > text.length) return 0
  const words = wordsOf(text)
  // By the place of the last letter: the least that was passed by on any way there.
  let ways: [at: number, cost: number][] | undefined
  for (const letter of word) {
    const next: [at: number, cost: number][] = []
    for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) {
      const costs = ways?.filter(([from]) => from < at) ?? []
      const least = ways
        ? Math.min(...costs.map(([from, cost]) => cost + costOfStep(text, words, from, at)))
        : isWordStart(text, at)
          ? 0
          : Infinity
      // More than what was typed.
      if (least <= word.length) next.push([at, least])
    }
    if (next.length === 0) return 0
    ways = next
  }
  return Math.max(1, 30 - Math.min(...(ways ?? []).map(([, cost]) => cost)))
}

const scoreWord = (word: string, text: string, abbreviated: boolean): number => {
  const first = text.indexOf(word)
  if (first < 0) return abbreviated ? scoreAbbreviation(word, text) : 0
  if (first === 0) return text.length === word.length ? 120 : 100
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (isWordStart(text, at)) return 80
  return 50
}

/**
 * How well `text` answers `query`: 0 is not at all, an empty query is answered by everything. Case does not matter. `abbreviated`: words of the query may be
 * abbreviations.
 */
export const scoreMatch = (query: string, text: string, abbreviated = true): number => {
  const words = query.toLowerCase().split(/\s/).filter(Boolean)
  if (words.length === 0) return 1
  const lower = text.toLowerCase()
  let total = 0
  for (const word of words) {
    const score = scoreWord(word, lower, abbreviated)
    if (score === 0) return 0
    total += score
  }
  return total / words.length
}

/**
 * How well several texts of one thing answer `query`, the first counting most; 0 is not at all. So many of them may be abbreviated: the folder of every
 * session has some abbreviation of everything.
 */
export const scoreTexts = (query: string, texts: readonly string[], abbreviated: number): number => {
  const alone = texts.map(
    (text, index) => scoreMatch(query, text, index < abbreviated) / (index === 0 ? 1 : 1.5),
  )
  // "sonnet anthropic" names two texts of one thing.
  return Math.max(scoreMatch(query, texts.join(' '), false) / 2, ...alone)
}

/** The items that match, best first; equals keep their order. `textsOf` and `abbreviated`: see `scoreTexts`. */
export const rankMatches = <T>(
  query: string,
  items: readonly T[],
  textsOf: (item: T) => string[],
  abbreviated = Infinity,
): Ranked<T>[] => {
  if (query.trim() === '') return items.map((item) => ({ item, score: 1 }))
  const ranked: Ranked<T>[] = []
  for (const item of items) {
    const score = scoreTexts(query, textsOf(item), abbreviated)
    if (score > 0) ranked.push({ item, score })
  }
  return ranked.toSorted((a, b) => b.score - a.score)
}
