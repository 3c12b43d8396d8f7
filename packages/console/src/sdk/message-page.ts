import type { Message, Part } from '@kilocode/sdk/v2/client'
import { engine } from './engine.ts'
import { ProblemError, problemOf } from './problem.ts'

export interface MessagePage {
  messages: { info: Message; parts: Part[] }[]
  /** Cursor of the page before this one, null at the beginning. */
  older: string | null
}

/** The newest `limit` messages, or those before the cursor. The cursor comes in a header (engine.md). */
export async function messagePage(
  { serverId, sessionId, directory }: { serverId: string; sessionId: string; directory?: string },
  limit: number,
  before?: string,
): Promise<MessagePage> {
  const { data, error, response } = await engine(serverId).session.messages({
    sessionID: sessionId,
    ...(directory === undefined ? {} : { directory }),
    limit,
    ...(before ? { before } : {}),
  })
  if (!response?.ok) {
    if (error instanceof TypeError) throw error
    throw new ProblemError(problemOf(error, response?.status), response?.status)
  }
  return { messages: data ?? [], older: response.headers.get('x-next-cursor') }
}
