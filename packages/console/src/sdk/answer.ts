import type { Answers } from '@kilo-console/engine/edge/answers'
import { noteDropped } from './dropped.ts'
import { unwrap, type Result } from './engine.ts'
import { ProblemError, refusalIn } from './problem.ts'

/**
 * What an engine answers, as far as it is what it should be: anybody may be that engine. Entries of lists that are not are left out and counted. Throws
 * `ProblemError` for an answer that is something else, and what `unwrap` throws. The checks come with the first answer, beside it.
 */
export async function readAnswer<K extends keyof Answers>(
  serverId: string,
  kind: K,
  call: Promise<Result<unknown>>,
): Promise<Answers[K]> {
  const [value, { answers }] = await Promise.all([unwrap(call), import('@kilo-console/engine/edge/answers')])
  // The engine says what went wrong, under whatever status: that is nothing strange.
  const refusal = refusalIn(value)
  if (refusal) throw new ProblemError(refusal)
  let dropped = 0
  try {
    return answers[kind](value, (count) => (dropped += count))
  } catch {
    // However many of its checks it fails, it is one answer.
    dropped = 1
    throw new ProblemError({
      code: 'strange-answer',
      message: 'The server sent something that the console doesn’t understand.',
    })
  } finally {
    if (dropped > 0) noteDropped(serverId, dropped)
  }
}
