import { hostNow } from '../clock/host-time.ts'
import { messageIdAfter } from './message-id.ts'

/** Where ids and the time of a session that is taken in come from. */
export const importSource = () => ({
  now: hostNow(),
  nextId: (last: string | undefined, time: number) => messageIdAfter(last === undefined ? [] : [last], time),
})
