import type { Message, Session } from '@kilocode/sdk/v2/client'

/** Everything from that message's id on is (docs/engine.md). Pure. */
export const isTakenBack = ({ id }: Pick<Message, 'id'>, revert: Session['revert']): boolean =>
  revert !== undefined && id >= revert.messageID
