/** A prompt as it is sent again. Pure. */
import type { Message, Part, Session } from '@kilocode/sdk/v2/client'
import type { PromptChoice, SentPrompt } from '../../../shared/unsent.ts'
import { choiceOf, promptChoiceOf } from '../composer/prompt-choice.ts'
import { isCommand, promptExtrasOf, promptTextOf } from './rows.ts'

interface Known {
  messages: readonly Message[]
  session: Session | undefined
  partsOf: (messageId: string) => readonly Part[]
  /** What was chosen on this page. */
  chosen: PromptChoice
}

export type Resent = Pick<SentPrompt, 'text' | 'extras' | 'how' | 'choice'>

/** The newest prompt, to what it went to or to what was chosen since: a model that failed is why it is. Undefined: there is none, or nothing of it that could be sent. */
export function resentOf({ messages, session, partsOf, chosen }: Known): Resent | undefined {
  const prompt = messages.findLast((message) => message.role === 'user')
  const parts = prompt ? partsOf(prompt.id) : []
  const text = promptTextOf(parts)
  const extras = promptExtrasOf(parts)
  if (text === '' && extras.length === 0) return undefined
  return {
    text,
    extras,
    choice: promptChoiceOf(choiceOf({ chosen, messages, session, choices: undefined })),
    ...(isCommand(parts) && { how: 'command' as const }),
  }
}
