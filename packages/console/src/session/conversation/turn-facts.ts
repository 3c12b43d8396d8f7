/** What a turn took, for the line at its end. Pure. */
import type { AssistantMessage, Message } from '@kilocode/sdk/v2/client'

export interface TurnFacts {
  promptId: string
  /** From the prompt to the end of the last step, in milliseconds. */
  took: number
  /** Of all its steps, with what came from the cache. */
  tokens: number
  /** In dollars. */
  cost: number
  /** Of the last step. */
  model: string
  filesChanged: number
}

/** What is told anew and says the same is no news. */
export function sameFacts(before: TurnFacts | null, after: TurnFacts | null): boolean {
  if (!before || !after) return before === after
  return factNames.every((name) => before[name] === after[name])
}

const factNames = ['promptId', 'took', 'tokens', 'cost', 'model', 'filesChanged'] as const

/** Whether it is the last step of a turn that is over. A summary of the engine's own ends none. */
const isLast = ({ error, finish, time, summary }: AssistantMessage): boolean =>
  time.completed !== undefined &&
  summary !== true &&
  (error !== undefined || (finish !== undefined && finish !== 'tool-calls'))

const tokensOf = ({ tokens }: AssistantMessage): number =>
  tokens.input + tokens.output + tokens.reasoning + tokens.cache.read + tokens.cache.write

/** The facts of the turn that ends with the message `id`; null where none ends there, or its prompt is not known. `ids`: in order. */
export function turnFactsOf(
  id: string,
  ids: readonly string[],
  messages: ReadonlyMap<string, Message>,
): TurnFacts | null {
  const last = messages.get(id)
  if (last?.role !== 'assistant' || !isLast(last)) return null
  const prompt = messages.get(last.parentID)
  const end = ids.lastIndexOf(id)
  if (prompt?.role !== 'user' || messages.get(ids[end + 1] ?? '')?.role === 'assistant') return null
  const facts = { tokens: 0, cost: 0 }
  for (let at = end; at >= 0; at -= 1) {
    const step = messages.get(ids[at] ?? '')
    if (step?.role !== 'assistant') break
    facts.tokens += tokensOf(step)
    facts.cost += step.cost
  }
  return {
    ...facts,
    promptId: prompt.id,
    took: Math.max(0, (last.time.completed ?? 0) - prompt.time.created),
    model: last.modelID,
    filesChanged: prompt.summary?.diffs.length ?? 0,
  }
}
