/** Whether one more fits beside what is attached. Pure. */
import { attachLimits } from './attach-limits.ts'

export const INSTEAD = 'Put it into the folder and name it with @.'

type Sized = { url: string }

/** Why it does not; undefined: it does. */
export function roomProblem(before: readonly Sized[], next?: Sized): string | undefined {
  if (before.length >= attachLimits.count) return `No more than ${attachLimits.count} at once.`
  const size = before.reduce((sum, { url }) => sum + url.length, next?.url.length ?? 0)
  return size > attachLimits.totalSize ? `It is too much for one prompt. ${INSTEAD}` : undefined
}
