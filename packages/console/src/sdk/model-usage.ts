import type { UsedModel } from '@kilo-console/engine/edge/usage'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'

/** What each model took of a session and its subagents. Reads all of its messages: 35 ms of the engine. Throws `ProblemError`. */
export async function modelUsage(serverId: string, sessionId: string): Promise<UsedModel[]> {
  const call = engine(serverId).kilocode.sessionModelUsage({ sessionID: sessionId })
  return (await readAnswer(serverId, 'modelUsage', call)).models
}
