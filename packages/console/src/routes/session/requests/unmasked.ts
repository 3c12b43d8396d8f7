/** Characters that are not seen, or that turn others around: with them one command can look like another (faults.md 40). */
const MASKING = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029\u2800\u3164]/gu

/** The text with such characters spelt out, `\u{202e}`, so that what is approved is what is read. Pure. */
export function unmasked(text: string): string {
  return text.replaceAll(MASKING, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}
