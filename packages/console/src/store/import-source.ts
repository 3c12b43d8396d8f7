import { hostNow } from '../clock/host-time.ts'
import { messageIdsUpTo } from './message-id.ts'

/** Where ids and the time of a session that is taken in come from. */
export const importSource = () => ({ now: hostNow(), idsUpTo: messageIdsUpTo })
