/** Telling the parts of code apart, so that they can have colours. Whoever does it may take its time, in a worker: the text is shown meanwhile. */
import type { Language } from './language-names.ts'
import type { TokenKind } from './token-kinds.ts'

export interface Token {
  text: string
  /** Absent for what has no colour of its own. */
  kind?: TokenKind
}

export type TokenLine = readonly Token[]

/** Marks of lines (highlight/marks.ts), the first of them that of line `from`. */
export type Hearing = (from: number, marks: readonly Uint32Array[]) => void

export interface Reading {
  /** The text as it is now. What is told is of it, or of a beginning of it. */
  show(text: string): void
  end(): void
}

export interface Tokeniser {
  /** Nothing may ever be told: then the text stays plain. */
  open(language: Language, hearing: Hearing): Reading
}

/** UTF-16 units above which code stays plain: colours for it would cost more than the page has to spare. */
export const MOST_TO_TOKENISE = 500_000

/** All code is plain. */
export const plainTokeniser: Tokeniser = { open: () => ({ show: () => {}, end: () => {} }) }
