/** A line of any length, as far as it is shown: minified files have one of megabytes, and a browser lays a line out at once. Pure. */

/** UTF-16 units shown of a long line at first. */
const FIRST = 1000
/** And with each "more". */
const PORTION = 200_000

export interface CutLine {
  text: string
  /** Units that the next portion adds; 0: all is shown. */
  next: number
  left: number
}

export function cutLine(line: string, portions: number): CutLine {
  const limit = FIRST + portions * PORTION
  const left = Math.max(0, line.length - limit)
  return { text: line.slice(0, limit), next: Math.min(left, PORTION), left }
}
