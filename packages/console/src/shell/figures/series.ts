/** What is drawn of the figures, and said of them. Pure. */
import type { FigureSample } from '../../../shared/api.ts'

/** How far the plots look back. */
export const SPAN_SECONDS = 600

export type Points = [at: number[], values: (number | null)[]]

/** Seconds and values, as uPlot takes them. Where samples are missing there was no process: the line breaks there. */
export function toPoints(
  samples: readonly FigureSample[],
  everyMs: number,
  valueOf: (sample: FigureSample) => number,
): Points {
  const at: number[] = []
  const values: (number | null)[] = []
  for (const sample of samples) {
    const second = sample.at / 1000
    const before = at.at(-1)
    if (before !== undefined && second - before > (everyMs / 1000) * 2.5) {
      at.push(before + everyMs / 1000)
      values.push(null)
    }
    at.push(second)
    values.push(valueOf(sample))
  }
  return [at, values]
}

/** The plot in words: what it is now, and between what it moved. */
export function sayValues(values: readonly number[], format: (value: number) => string): string {
  const now = values.at(-1)
  if (now === undefined) return 'nothing yet'
  const [least, most] = [format(Math.min(...values)), format(Math.max(...values))]
  return least === most ? `${format(now)}, steady` : `${format(now)} now, ${least} to ${most}`
}

/** The upper end of the scale: above all values, not below `floor`; and so that a limit shows as soon as half of it is used. */
export function ceilingOf(most: number, floor: number, limit?: number): number {
  const room = Math.max(floor, most * 1.15)
  return limit !== undefined && most > limit / 2 ? Math.max(room, limit * 1.1) : room
}
