/** Names of files as git writes them: one with quotes, control characters or bytes beyond ASCII stands in quotes, C-style (core.quotePath). */

const LETTERS: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 }

/** Within the quotes: escapes, and what is none. A name that git quotes has an escape; one that only happens to be in quotes has none. */
const QUOTED = /^"((?:[^"\\]|\\(?:[0-3][0-7]{2}|[abtnvfr"\\]))*)"$/
const PIECE = /\\([0-3][0-7]{2})|\\([abtnvfr"\\])|[^\\]+/g

/** The name itself, whether git quoted it or not. Bytes that are no UTF-8 become U+FFFD. */
export function unquoted(name: string): string {
  const inside = QUOTED.exec(name)?.[1]
  if (inside === undefined || !inside.includes('\\')) return name
  const encoder = new TextEncoder()
  const bytes = [...inside.matchAll(PIECE)].flatMap(([piece, octal, letter]) => {
    if (octal !== undefined) return [parseInt(octal, 8)]
    return letter === undefined ? [...encoder.encode(piece)] : [LETTERS[letter] ?? 0]
  })
  return new TextDecoder().decode(new Uint8Array(bytes))
}
