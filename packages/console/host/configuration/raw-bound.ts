/** PURE: how much of a text of settings is looked through for secrets: that is done a piece at a time, and everybody waits meanwhile. */
import { createScanner } from 'jsonc-parser'
import { HttpProblem } from '../http/problem.ts'

/** What is looked at takes up to a second. People’s settings have hundreds. */
const MOST_PIECES = 20_000

/** `SyntaxKind`: the parser's own is one that only its compiler can read. */
const [LINE_COMMENT, BLOCK_COMMENT, END] = [12, 13, 17]
/** Words of JSON, names, values, and what is none of these. */
const PIECES = new Set<number>([7, 8, 9, 10, 11, LINE_COMMENT, BLOCK_COMMENT, 16])

/** Throws 400 `config-refused`. */
export function refuseTooMuch(text: string): void {
  const scanner = createScanner(text, false)
  let pieces = 0
  for (let kind: number = scanner.scan(); kind !== END && pieces <= MOST_PIECES; kind = scanner.scan()) {
    if (PIECES.has(kind)) pieces += 1
    // Each line of it is hidden by itself.
    if (kind === BLOCK_COMMENT) pieces += linesBefore(scanner.getTokenValue())
  }
  if (pieces > MOST_PIECES)
    throw new HttpProblem(
      400,
      'config-refused',
      `It has more than ${MOST_PIECES.toLocaleString('en')} names, values and comments: too many to look for secrets in.`,
    )
}

const linesBefore = (text: string) => text.split('\n').length - 1
