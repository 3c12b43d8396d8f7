/** The lines of a file that the engine's list of changes left out. */
import { createTwoFilesPatch } from 'diff'
import { hasLines } from './diff-notes.ts'
import type { WholeDiff } from '@kilo-console/engine/edge/changes'

/** After that a comparison is given up. It runs in pieces, the page goes on. Milliseconds. */
const PATIENCE_MS = 5000

/**
 * A patch with lines; undefined where there are none to be had. Of a name that git quotes the engine (7.7.7) tells no patch, but both sides:
 * then it is made here.
 */
export function wholePatch({ patch = '', before, after }: WholeDiff): Promise<string | undefined> {
  if (hasLines(patch)) return Promise.resolve(patch)
  if (before === undefined || after === undefined || before === after) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const callback = (made: string | undefined) => resolve(made && hasLines(made) ? made : undefined)
    createTwoFilesPatch('file', 'file', before, after, '', '', { context: 3, timeout: PATIENCE_MS, callback })
  })
}
