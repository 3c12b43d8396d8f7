/**
 * What fills a model's context, as far as messages tell: how many tokens there are in all the provider has counted; how many of them are what, is estimated
 * from the length of texts. Pure.
 */
import type { AssistantMessage, Message, Part } from '@kilocode/sdk/v2/client'
import type { Cut } from '../../../shared/cut-parts.ts'

export type FillKind = 'system' | 'files' | 'tools' | 'prompts' | 'answers' | 'rest'

export interface Fill {
  kind: FillKind
  tokens: number
}

export interface Conversation {
  /** Ascending, without what was taken back. */
  messages: readonly Message[]
  partsOf: (messageId: string) => readonly Cut<Part>[]
  /** There is nothing before them. */
  isWhole: boolean
}

/** UTF-16 units of a token, as the engine itself reckons. */
const UNITS = 4
/** A picture, whatever its size: providers make it smaller. */
const PICTURE = 1500
/** An estimate is off by so much and no more; what is left then is something that no message tells. */
const MOST_OFF = 2

type Kind = Exclude<FillKind, 'system' | 'rest'>
type Estimates = Record<Kind, number>

const requestOf = ({ tokens }: AssistantMessage): number =>
  tokens.input + tokens.cache.read + tokens.cache.write

const isCounted = (message: Message): message is AssistantMessage =>
  message.role === 'assistant' && requestOf(message) > 0

/** One that is being made, has failed or was stopped stands for nothing yet. */
const isSummary = (message: Message): boolean =>
  message.role === 'assistant' &&
  message.summary === true &&
  message.error === undefined &&
  message.time.completed !== undefined

/** The largest first, the rest last; empty before the first answer. Together they are what the provider has counted. */
export function fillOf({ messages, partsOf, isWhole }: Conversation): Fill[] {
  const newest = messages.findLastIndex(isCounted)
  const last = messages[newest]
  if (!last || !isCounted(last)) return []
  const total = requestOf(last) + last.tokens.output + last.tokens.reasoning
  const system = isWhole ? systemOf(messages, partsOf) : undefined
  const until = messages.slice(0, newest + 1)
  // What was summed up is not sent any more.
  const sent = until.slice(Math.max(0, until.findLastIndex(isSummary)))
  const told = estimateOf(sent, partsOf)
  const sum = Object.values(told).reduce((all, tokens) => all + tokens, 0)
  const known = Math.max(0, total - (system ?? 0))
  // The whole is known, so its parts are made to fit; where messages are missing an estimate can only be too large.
  const factor = sum === 0 ? 1 : Math.min(system === undefined ? 1 : MOST_OFF, known / sum)
  const fills = (Object.entries(told) as [Kind, number][]).map(([kind, tokens]) => ({
    kind,
    tokens: Math.round(tokens * factor),
  }))
  const all: Fill[] = [...fills, { kind: 'system', tokens: Math.min(system ?? 0, total) }]
  const rest = total - all.reduce((sum, { tokens }) => sum + tokens, 0)
  const shown = all.filter(({ tokens }) => tokens > 0).toSorted((a, b) => b.tokens - a.tokens)
  // Less than a hundredth is what rounding leaves.
  return rest > total / 100 ? [...shown, { kind: 'rest', tokens: rest }] : shown
}

/** The first request held the engine's own text, its tools and the first prompt: without that, it is what each request begins with. */
function systemOf(messages: readonly Message[], partsOf: Conversation['partsOf']): number | undefined {
  const at = messages.findIndex(isCounted)
  const first = messages[at]
  if (!first || !isCounted(first)) return undefined
  const before = Object.values(estimateOf(messages.slice(0, at), partsOf))
  return Math.max(0, requestOf(first) - before.reduce((all, tokens) => all + tokens, 0))
}

function estimateOf(messages: readonly Message[], partsOf: Conversation['partsOf']): Estimates {
  const sums: Estimates = { files: 0, tools: 0, prompts: 0, answers: 0 }
  for (const { id, role } of messages)
    for (const part of partsOf(id)) for (const [kind, tokens] of weigh(part, role)) sums[kind] += tokens
  return sums
}

function weigh(part: Cut<Part>, role: Message['role']): [Kind, number][] {
  switch (part.type) {
    case 'text': {
      if (part.ignored) return []
      const tokens = tokensIn(part.text, part.cut)
      // What the engine adds to a prompt is what the prompt names: files and folders.
      return [[role === 'assistant' ? 'answers' : part.synthetic ? 'files' : 'prompts', tokens]]
    }
    case 'file':
      return part.mime.startsWith('image/') ? [['files', PICTURE]] : []
    case 'tool':
      return weighCall(part)
    default:
      return []
  }
}

function weighCall({ tool, state, cut }: Cut<Extract<Part, { type: 'tool' }>>): [Kind, number][] {
  const asked: [Kind, number] = ['tools', tokensIn(JSON.stringify(state.input))]
  if (state.status === 'error') return [asked, ['tools', tokensIn(state.error)]]
  // The engine takes old outputs out of what it sends.
  if (state.status !== 'completed' || state.time.compacted !== undefined) return [asked]
  return [asked, [tool === 'read' ? 'files' : 'tools', tokensIn(state.output, cut)]]
}

/** `whole`: how long it is where it was cut. */
const tokensIn = (text: string, whole = 0): number => Math.max(text.length, whole) / UNITS
