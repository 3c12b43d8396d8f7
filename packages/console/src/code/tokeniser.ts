/** Telling the parts of code apart, so that they can have colours. Whoever does it may take its time, in a worker: the text is shown meanwhile. */

export type TokenKind =
  'comment' | 'keyword' | 'name' | 'number' | 'punctuation' | 'string' | 'type' | 'variable'

export interface Token {
  text: string
  /** Absent for what has no colour of its own. */
  kind?: TokenKind
}

export type TokenLine = readonly Token[]

export interface Tokeniser {
  /**
   * The lines of `text`, their tokens together the text itself; undefined where nothing is to be told apart. `language` as it is written
   * behind a fence (`ts`, `diff`). What is aborted may settle in any way.
   */
  tokenise(text: string, language: string, signal: AbortSignal): Promise<readonly TokenLine[] | undefined>
}

/** UTF-16 units above which code stays plain: colours for it would cost more than the page has to spare. */
export const MOST_TO_TOKENISE = 100_000

/** All code is plain. */
export const plainTokeniser: Tokeniser = { tokenise: () => Promise.resolve(undefined) }

export interface TokenisedText {
  text: string
  lines: readonly TokenLine[]
}

/** What is shown must be what is there: tokens that do not make up the text are worth nothing. */
export function isFaithful({ text, lines }: TokenisedText): boolean {
  return lines.map((line) => line.map((token) => token.text).join('')).join('\n') === text
}

/**
 * The lines to show of `text`, by what was last read: all of it, or the beginning of a text that has grown since, whose new lines are plain.
 * Undefined: it is another text. Pure.
 */
export function linesFor(text: string, read: TokenisedText | undefined): readonly TokenLine[] | undefined {
  if (!read || !text.startsWith(read.text)) return undefined
  if (text.length === read.text.length) return read.lines
  // Its last line may have grown into something else.
  const kept = read.lines.slice(0, -1)
  const fresh = text.split('\n').slice(kept.length)
  return [...kept, ...fresh.map((line): TokenLine => [{ text: line }])]
}
