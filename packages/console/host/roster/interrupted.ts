/**
 * Sessions whose turn was cut off with their engine. It does not remember that they worked; but whoever saw them at work, and finds them
 * at rest without having heard of an end, looks at their newest message: an answer that never was completed was cut off.
 */
import type { Message } from '@kilocode/sdk/v2/client'

/** So many are looked at for one roster. */
const MOST = 24

export interface Ended {
  interrupted: string[]
  /** Their turn had an end after all. */
  ended: string[]
}

/**
 * `newestOf` reads the newest message of a session. Where it cannot, those count that are `known` to have been at work when their engine ended:
 * one that has just been started is slow to answer.
 */
export async function findInterrupted(
  suspects: readonly string[],
  known: (sessionId: string) => boolean,
  newestOf: (sessionId: string) => Promise<Message | undefined>,
): Promise<Ended> {
  const looked = suspects.slice(0, MOST).map(async (id) => {
    const isCut = await newestOf(id).then(isCutOff, () => known(id))
    return { id, isCut }
  })
  const found = await Promise.all(looked)
  return {
    interrupted: found.flatMap(({ id, isCut }) => (isCut ? [id] : [])),
    ended: found.flatMap(({ id, isCut }) => (isCut ? [] : [id])),
  }
}

/** A prompt that nobody began to answer was cut off as well. */
function isCutOff(newest: Message | undefined): boolean {
  if (newest?.role === 'user') return true
  return newest !== undefined && newest.time.completed === undefined && newest.error === undefined
}
