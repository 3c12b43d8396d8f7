/** Longest title that is shown, in characters. */
const LONGEST = 80

/** Control and format characters: C0, C1, direction overrides, zero-width ones, separators, halves of a surrogate pair. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu

/**
 * A title as a program or a user set it, made fit to be shown: unseen characters out, blanks folded, cut with an ellipsis
 * (faults.md 42: control bytes, a megabyte long). Empty when nothing is left.
 */
export function cleanTitle(title: string): string {
  // Cut before the expensive part; a title this long has no meaning anyway.
  const text = title
    .slice(0, 4 * LONGEST)
    .replace(UNSEEN, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = Array.from(text)
  if (characters.length <= LONGEST) return text
  return `${characters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`
}

/** The name of a terminal's region: "Terminal <title>". The engine's own titles begin with the word already. */
export function nameTerminal(title: string): string {
  const clean = cleanTitle(title)
  return /^terminal\b/i.test(clean) ? clean : `Terminal ${clean}`.trim()
}
