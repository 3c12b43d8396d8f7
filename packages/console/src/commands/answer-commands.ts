import type { PermissionReply } from '../store/actions/requests.ts'
import type { Contribution } from './registry.ts'

/** The keys of a request on screen. */
export function answerCommands(
  answer: (reply: PermissionReply, press: Pick<Event, 'timeStamp'>) => void,
  isBusy: () => boolean,
  can: (reply: PermissionReply) => boolean,
): Contribution[] {
  return (['once', 'always', 'reject'] as const).map((reply) => ({
    id: `session.permission.${reply}`,
    when: () => !isBusy() && can(reply),
    run: (press) => press && answer(reply, press),
  }))
}
