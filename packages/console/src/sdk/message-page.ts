import type { MessagePage } from '../../shared/opening.ts'
import { host } from './host.ts'

/** The newest `limit` messages, or those before the cursor; long texts are cut. */
export const messagePage = (
  { serverId, sessionId }: { serverId: string; sessionId: string },
  limit: number,
  before?: string,
): Promise<MessagePage> => host.messages(serverId, sessionId, limit, before)
