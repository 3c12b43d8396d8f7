/**
 * Characters that are not seen, that look like a space and are none, or that turn others around: with them one command can look like
 * another (fault 70). By Unicode's properties: controls, formats, separators, whatever may be left out when drawn, and what has no
 * character. A line end, a tab and a space stay.
 */
const INVISIBLE =
  /(?:(?![\n\t ])[\p{Cc}\p{Cf}\p{Z}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800])+/gu

const spell = (characters: string): string =>
  Array.from(characters, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('')

/** The text with such characters spelt out, `\u{202e}`, so that what is approved is what is read. Pure. */
export function escapeInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, spell)
}

export interface Piece {
  text: string
  /** Spelt out: to be shown otherwise than the same letters in the text itself. */
  escaped: boolean
}

/** The same in pieces, neighbours in one. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(INVISIBLE)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), escaped: false })
    pieces.push({ text: spell(match[0]), escaped: true })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), escaped: false })
  return pieces
}
