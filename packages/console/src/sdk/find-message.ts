import type { MessageWithParts } from '@kilo-console/engine/edge/answers'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'
import { ProblemError } from './problem.ts'

/** Undefined when the engine has no such message. Throws as `readAnswer` for everything else. */
export async function findMessage(
  serverId: string,
  asked: { sessionID: string; messageID: string; directory?: string },
): Promise<MessageWithParts | undefined> {
  try {
    return await readAnswer(serverId, 'message', engine(serverId).session.message(asked))
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return undefined
    throw error
  }
}
