/** The wire shapes of OpenAI's chat completions, streamed and whole. Pure. */
import type { Step } from './step.ts'

export interface Usage {
  prompt_tokens: number
  completion_tokens: number
  total_tokens: number
}

type Delta = Record<string, unknown>

/** Characters per chunk unless a step says otherwise: about two words. */
const CHUNK = 14

/** Cuts by code points, so that no chunk ends in half a character. */
export function splitText(text: string, size = CHUNK): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? []
}

/** The deltas of a step that says something; a tool call's arguments come in pieces behind its name. */
export function stepDeltas(step: Step, toolIndex: number, callId: string): Delta[] {
  if (step.type === 'text') return splitText(step.text, step.chunk).map((content) => ({ content }))
  if (step.type === 'reasoning') {
    return splitText(step.text, step.chunk).map((content) => ({ reasoning_content: content }))
  }
  if (step.type !== 'tool') return []
  const head = {
    index: toolIndex,
    id: callId,
    type: 'function',
    function: { name: step.tool, arguments: '' },
  }
  const pieces = splitText(JSON.stringify(step.input), 48)
  return [
    { tool_calls: [head] },
    ...pieces.map((piece) => ({ tool_calls: [{ index: toolIndex, function: { arguments: piece } }] })),
  ]
}

/** One server-sent event. */
export function encodeChunk(id: string, model: string, delta: Delta, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }]
  return frame({ id, object: 'chat.completion.chunk', created: 0, model, choices })
}

/** The last event before `[DONE]`: `stream_options.include_usage` wants it without choices. */
export function encodeUsage(id: string, model: string, usage: Usage): string {
  return frame({ id, object: 'chat.completion.chunk', created: 0, model, choices: [], usage })
}

export const DONE = 'data: [DONE]\n\n'

/** The whole answer, for a request without `stream`. */
export function encodeWhole(id: string, model: string, steps: Step[], usage: Usage): string {
  const text = steps.flatMap((step) => (step.type === 'text' ? [step.text] : [])).join('')
  const reasoning = steps.flatMap((step) => (step.type === 'reasoning' ? [step.text] : [])).join('')
  const calls = steps.flatMap((step, index) =>
    step.type === 'tool' ? [wholeCall(step, `${id}-${index}`)] : [],
  )
  const message = {
    role: 'assistant',
    content: text || null,
    ...(reasoning ? { reasoning_content: reasoning } : {}),
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  }
  const choices = [{ index: 0, message, finish_reason: finishReason(steps) }]
  return JSON.stringify({ id, object: 'chat.completion', created: 0, model, choices, usage })
}

export function finishReason(steps: Step[]): 'tool_calls' | 'stop' {
  return steps.some((step) => step.type === 'tool') ? 'tool_calls' : 'stop'
}

/** Four characters a token: near enough for a meter of the context. */
export function countTokens(promptCharacters: number, steps: Step[]): Usage {
  const said = steps.reduce((sum, step) => sum + ('text' in step ? step.text.length : 0), 0)
  const prompt_tokens = Math.ceil(promptCharacters / 4)
  const completion_tokens = Math.ceil(said / 4)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}

function wholeCall(step: Extract<Step, { type: 'tool' }>, id: string) {
  return { id, type: 'function', function: { name: step.tool, arguments: JSON.stringify(step.input) } }
}

function frame(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`
}
