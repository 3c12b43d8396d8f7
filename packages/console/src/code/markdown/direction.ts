/**
 * Which way a text runs, by its first letter, as `dir="auto"` finds it. A list, a quotation and a table are told by us: the browser looks for
 * letters in an element, but not in what has a `dir` of its own, which their parts have.
 */

const RIGHT_TO_LEFT =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Mand}\p{sc=Samr}\p{sc=Rohg}]/u

/** `markdown`: what stands in code does not count, it always runs to the right. */
export function directionOf(markdown: string): 'rtl' | 'ltr' {
  const letter = /\p{L}/u.exec(markdown.replaceAll(/(`+)[^]*?\1/g, ' '))?.[0]
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}
