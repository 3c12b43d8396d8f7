import type { MessagePage } from '../../shared/opening.ts'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'

/** The newest `limit` messages, or those before the cursor. The cursor comes in a header (engine.md). */
export async function messagePage(
  { serverId, sessionId, directory }: { serverId: string; sessionId: string; directory?: string },
  limit: number,
  before?: string,
): Promise<MessagePage> {
  const call = engine(serverId).session.messages({
    sessionID: sessionId,
    ...(directory === undefined ? {} : { directory }),
    limit,
    ...(before ? { before } : {}),
  })
  const messages = await readAnswer(serverId, 'messages', call)
  return { messages, older: (await call).response?.headers.get('x-next-cursor') ?? null }
}
