import type { Message, Session, UserMessage } from '@kilocode/sdk/v2/client'
import type { Choices, ModelChoice } from '../../store/choices.ts'
import type { ModelRef, PromptChoice } from '../../store/types.ts'

/** What the next prompt goes to, as far as it is known. Pure. */
export interface Choice {
  model: ModelRef | null
  agent: string | null
  /** How hard the model is to think; empty: as it does without. */
  variant?: string | undefined
}

interface Known {
  /** What the user chose in this session on this page. */
  chosen: PromptChoice
  messages: readonly Message[]
  session: Session | undefined
  choices: Choices | undefined
}

const sameModel = (a: ModelRef, b: ModelRef): boolean =>
  a.providerID === b.providerID && a.modelID === b.modelID

export const findModel = (choices: Choices | undefined, model: ModelRef | null): ModelChoice | undefined =>
  model ? choices?.models.find((each) => sameModel(each, model)) : undefined

/** Tokens that a model reads at most; 0 while it is not known. */
export const limitOf = (choices: Choices | undefined, model: ModelRef | undefined): number =>
  findModel(choices, model ?? null)?.contextLimit ?? 0

function sessionModel(session: Session | undefined): ModelRef | null {
  return session?.model ? { providerID: session.model.providerID, modelID: session.model.id } : null
}

const lastOf = (messages: readonly Message[]): UserMessage | undefined =>
  messages.findLast((message) => message.role === 'user')

/**
 * What the user chose, else what the agent that they chose brings, else what the last prompt went to, else what the session, its agent or
 * the configuration says.
 */
export function choiceOf({ chosen, messages, session, choices }: Known): Choice {
  const last = lastOf(messages)
  const lastModel = last ? { providerID: last.model.providerID, modelID: last.model.modelID } : null
  const agent = chosen.agent ?? last?.agent ?? session?.agent ?? choices?.defaultAgent ?? null
  const ofAgent = choices?.agents.find((each) => each.name === agent)?.model
  const ofSession = lastModel ?? sessionModel(session)
  const brought = chosen.agent === undefined ? (ofSession ?? ofAgent) : (ofAgent ?? ofSession)
  const model = chosen.model ?? brought ?? choices?.defaultModel ?? null
  // A variant is one of its model's.
  const isLast = model && lastModel && sameModel(model, lastModel)
  const variant = chosen.variant ?? (isLast ? last?.model.variant : undefined)
  return { model, agent, variant }
}

/** The choice as it goes with a prompt: what is not known is left to the engine. */
export function promptChoiceOf({ model, agent, variant }: Choice): PromptChoice {
  return { ...(model ? { model } : {}), ...(agent ? { agent } : {}), ...(variant ? { variant } : {}) }
}

/** What a prompt of the engine's went to. */
export function choiceOfMessage(message: Message | undefined): PromptChoice {
  if (message?.role !== 'user') return {}
  const { providerID, modelID, variant } = message.model
  return { agent: message.agent, model: { providerID, modelID }, ...(variant && { variant }) }
}

/**
 * Whether the session's last prompt went where the next one is to go: then what was chosen need not be remembered here, where nobody else would see it
 * change. What an agent brings is not known before the choices are.
 */
export function isTold(known: Known): boolean {
  const { chosen, messages, choices } = known
  const last = lastOf(messages)
  if (!last || Object.keys(chosen).length === 0) return false
  if (chosen.agent !== undefined && !chosen.model && !choices) return false
  const { agent, model, variant } = choiceOf(known)
  const isSame = model !== null && sameModel(model, last.model) && agent === last.agent
  return isSame && (variant ?? '') === (last.model.variant ?? '')
}
