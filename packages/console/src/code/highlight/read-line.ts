import type { Grammar } from '@shikijs/primitive'
import { markOf } from './marks.ts'

/** What a grammar knows behind a line: inside of a comment, of a string. Null at the beginning. */
export type GrammarState = Parameters<Grammar['tokenizeLine2']>[1]

export interface LineReader {
  (line: string, state: GrammarState): { marks: number[]; state: GrammarState }
}

/** UTF-16 units above which a line is plain: a minified file is one line, and nobody reads it. */
const MOST_OF_LINE = 2000

/**
 * Milliseconds for one line; the rest of it is of the kind that was last read. A grammar may go back and forth over a line for minutes, and takes
 * a second for its first one, on a busy machine more: it makes its regular expressions then.
 */
const MOST_MS = 8000

/** Where VS Code's tokeniser keeps the number of the colour (vscode-textmate, EncodedTokenMetadata). */
const colourIn = (metadata: number): number => (metadata >>> 15) & 0x1ff

/** Reads lines by a grammar. `kinds`: the kind that each colour of the theme stands for. */
export const makeLineReader =
  (grammar: Grammar, kinds: readonly number[]): LineReader =>
  (line, state) => {
    if (line.length > MOST_OF_LINE) return { marks: [], state }
    const { tokens, ruleStack } = grammar.tokenizeLine2(line, state, MOST_MS)
    const marks: number[] = []
    let last = -1
    for (let at = 0; at < tokens.length; at += 2) {
      const end = tokens[at + 2] ?? line.length
      const kind = kinds[colourIn(tokens[at + 1] ?? 0)] ?? 0
      // Pieces of one kind in a row are one.
      if (kind === last) marks.pop()
      if (end > 0) marks.push(markOf(end, kind))
      last = kind
    }
    return { marks, state: ruleStack }
  }
