/** Text as it is compared: without upper case, each letter in its place. Pure. */

/** Letters that become two in lower case stay as they are, so that a place in the one is a place in the other. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text.replaceAll(/[^]/gu, (letter) => {
    const low = letter.toLowerCase()
    return low.length === letter.length ? low : letter
  })
}

/** Where `query` begins in `text`, both folded, one behind the other; no more than `most`. */
export function placesOf(text: string, query: string, most = Infinity): number[] {
  const places: number[] = []
  if (query === '') return places
  for (
    let at = text.indexOf(query);
    at >= 0 && places.length < most;
    at = text.indexOf(query, at + query.length)
  )
    places.push(at)
  return places
}
