import { engine, unwrap } from '../../sdk/engine.ts'
import { findMessage } from '../../sdk/find-message.ts'

/**
 * Takes a prompt out of the queue; false: Kilo has begun with it. An answer may be lost, and the next try is then told that it is too late: it is out when it
 * is not there. The client is older than the parameter (docs/engine.md).
 */
export async function withdrawPrompt(
  serverId: string,
  asked: { sessionID: string; messageID: string; directory?: string },
): Promise<boolean> {
  const isThere = async () => (await findMessage(serverId, asked)) !== undefined
  try {
    const queued = { ...asked, $query_queued: 'true' }
    const isOut: unknown = await unwrap(engine(serverId).session.deleteMessage(queued))
    return isOut === true || !(await isThere())
  } catch (error) {
    if (await isThere()) throw error
    return true
  }
}
