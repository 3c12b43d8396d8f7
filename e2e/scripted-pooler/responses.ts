/** OpenAI's Responses, as far as the engine speaks it: what it asks, and the events of an answer. Pure. */
import { splitText } from '../scripted-model/chunks.ts'
import type { ChatMessage, ChatRequest } from '../scripted-model/request.ts'
import type { Step } from '../scripted-model/step.ts'

type Bag = Record<string, unknown>

/** As a chat, so that the same scripts answer it. @throws TypeError when it is no such request. */
export function readResponsesRequest(value: unknown): ChatRequest {
  if (!isBag(value) || typeof value['model'] !== 'string' || !Array.isArray(value['input']))
    throw new TypeError('a response needs "model" and "input"')
  const items = value['input'].filter(isBag).flatMap(messageOf)
  return {
    model: value['model'],
    stream: value['stream'] === true,
    messages: items.reduce<ChatMessage[]>(joined, []),
    tools: namesOf(value['tools']),
  }
}

/** What a model says before a call is an item of its own, and one answer all the same. */
function joined(messages: ChatMessage[], item: ChatMessage): ChatMessage[] {
  const last = messages.at(-1)
  if (last?.role !== 'assistant' || item.role !== 'assistant') return [...messages, item]
  return [...messages.slice(0, -1), { ...last, text: `${last.text}${item.text}` }]
}

function messageOf(item: Bag): ChatMessage[] {
  if (item['type'] === 'function_call') return [{ role: 'assistant', text: '' }]
  if (item['type'] === 'function_call_output') return [{ role: 'tool', text: textOf(item['output']) }]
  return typeof item['role'] === 'string' ? [{ role: item['role'], text: textOf(item['content']) }] : []
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content
  const parts = Array.isArray(content) ? content.filter(isBag) : []
  return parts.flatMap(({ text }) => (typeof text === 'string' ? [text] : [])).join('\n')
}

const namesOf = (tools: unknown): string[] =>
  Array.isArray(tools)
    ? tools.filter(isBag).flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
    : []

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** All events of an answer, in their order. */
export function responseEvents(id: string, model: string, steps: readonly Step[]): string {
  const items = steps.flatMap((step, at) => itemEvents(step, `${id}_${at}`, at))
  const response = { id, object: 'response', created_at: 0, model }
  const said = steps.reduce((sum, step) => sum + ('text' in step ? step.text.length : 0), 0)
  const usage = {
    input_tokens: 100,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: Math.ceil(said / 4),
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 100 + Math.ceil(said / 4),
  }
  return [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    ...items,
    { type: 'response.completed', response: { ...response, status: 'completed', output: [], usage } },
  ]
    .map(
      (event, at) =>
        `event: ${String(event.type)}\ndata: ${JSON.stringify({ ...event, sequence_number: at })}\n\n`,
    )
    .join('')
}

function itemEvents(step: Step, id: string, at: number): Bag[] {
  if (step.type === 'text') return textEvents(step.text, id, at)
  return step.type === 'tool' ? callEvents(step, id, at) : []
}

function textEvents(text: string, id: string, at: number): Bag[] {
  const place = { item_id: `msg_${id}`, output_index: at, content_index: 0 }
  const item = { type: 'message', id: `msg_${id}`, role: 'assistant' }
  const part = { type: 'output_text', text, annotations: [] }
  return [
    {
      type: 'response.output_item.added',
      output_index: at,
      item: { ...item, status: 'in_progress', content: [] },
    },
    { type: 'response.content_part.added', ...place, part: { ...part, text: '' } },
    ...splitText(text).map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
    { type: 'response.output_text.done', ...place, text },
    { type: 'response.content_part.done', ...place, part },
    {
      type: 'response.output_item.done',
      output_index: at,
      item: { ...item, status: 'completed', content: [part] },
    },
  ]
}

function callEvents({ tool, input }: Extract<Step, { type: 'tool' }>, id: string, at: number): Bag[] {
  const place = { item_id: `fc_${id}`, output_index: at }
  const item = { type: 'function_call', id: `fc_${id}`, call_id: `call_${id}`, name: tool }
  const written = JSON.stringify(input)
  return [
    {
      type: 'response.output_item.added',
      output_index: at,
      item: { ...item, arguments: '', status: 'in_progress' },
    },
    ...splitText(written, 48).map((delta) => ({
      type: 'response.function_call_arguments.delta',
      ...place,
      delta,
    })),
    { type: 'response.function_call_arguments.done', ...place, arguments: written },
    {
      type: 'response.output_item.done',
      output_index: at,
      item: { ...item, arguments: written, status: 'completed' },
    },
  ]
}
