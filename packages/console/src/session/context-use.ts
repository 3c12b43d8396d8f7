import type { AssistantMessage, Message } from '@kilocode/sdk/v2/client'
import type { ModelRef } from '../store/types.ts'

/** How much of a model's context a conversation fills. */
export interface ContextUse {
  /** Tokens of the newest answer with all that it was given. */
  tokens: number
  input: number
  output: number
  reasoning: number
  cached: number
  model: ModelRef
}

const isCounted = (message: Message): message is AssistantMessage =>
  message.role === 'assistant' && totalOf(message) > 0

function totalOf({ tokens }: AssistantMessage): number {
  return tokens.input + tokens.output + tokens.reasoning + tokens.cache.read + tokens.cache.write
}

/** From the newest answer that was counted; null before the first one. */
export function contextUseOf(messages: readonly Message[]): ContextUse | null {
  const message = messages.findLast(isCounted)
  if (!message) return null
  const { tokens, providerID, modelID } = message
  return {
    tokens: totalOf(message),
    input: tokens.input,
    output: tokens.output,
    reasoning: tokens.reasoning,
    cached: tokens.cache.read + tokens.cache.write,
    model: { providerID, modelID },
  }
}

/** From half on it is worth a look, from four fifths on the engine will soon shorten the conversation. */
export function contextTone(tokens: number, limit: number): 'grey' | 'amber' | 'red' {
  if (limit <= 0 || tokens < limit * 0.8) return 'grey'
  return tokens < limit * 0.95 ? 'amber' : 'red'
}
