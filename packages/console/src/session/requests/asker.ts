import type { Message, Session } from '@kilocode/sdk/v2/client'
import { titleOfSession } from '../../frame/entry-text.ts'

export interface AskerView {
  title: string
  subagent: boolean
  agent: string | undefined
  model: string | undefined
}

/**
 * Who stands behind a request. The message of the call names agent and model; where it is a subagent's, and so not in this transcript, the
 * subagent's session does. Pure.
 */
export function askerOf(
  sessionId: string,
  by: Session | undefined,
  messageId: string | undefined,
  messages: readonly Message[],
): AskerView {
  const message = messages.find((each) => each.id === messageId)
  const answer = message?.role === 'assistant' ? message : undefined
  return {
    title: by ? titleOfSession(by) : 'A subagent',
    subagent: by?.id !== sessionId,
    agent: answer?.agent ?? by?.agent,
    model: answer?.modelID ?? by?.model?.id,
  }
}
