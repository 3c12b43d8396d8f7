/** Long text in portions: what is shown at first, and what can be asked for. Pure. */

/** Lines of output shown before the rest is folded (look.md). */
const FOLD_LINES = 200
/** UTF-16 units put into the page at once: more than this makes a tab stutter. */
const PORTION = 64 * 1024

export interface Portion {
  text: string
  /** Lines and UTF-16 units that are left. */
  linesLeft: number
  unitsLeft: number
}

function endOfLine(text: string, lines: number): number {
  let at = -1
  for (let line = 0; line < lines; line += 1) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return text.length
  }
  return at
}

export function countLines(text: string): number {
  if (text === '') return 0
  let lines = text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** The beginning of `text`: `portions` times 200 lines, and of a line without end as much as one can look at. */
export function headOfText(text: string, portions: number): Portion {
  const end = Math.min(endOfLine(text, portions * FOLD_LINES), portions * PORTION)
  const rest = text.slice(end).replace(/^\n/, '')
  return { text: text.slice(0, end), linesLeft: countLines(rest), unitsLeft: rest.length }
}
