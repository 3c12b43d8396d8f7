import { countLines } from '../../code/portions.ts'

/** Lines of a prompt that are shown unfolded; a pasted log should not push the answer away. */
const MOST_LINES = 24
const MOST_UNITS = 4000

export const isLongPrompt = (text: string): boolean =>
  text.length > MOST_UNITS || countLines(text) > MOST_LINES

/** What is shown of a long one while it is folded. */
export const beginningOf = (text: string): string =>
  text.split('\n', MOST_LINES).join('\n').slice(0, MOST_UNITS)
