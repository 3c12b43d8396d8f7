import { expect, test } from 'vitest'
import type { EngineEvent } from './events.ts'
import { applyToLiveParts, type LiveParts } from './live-parts.ts'

const started = (id: string, text = '', type = 'text'): EngineEvent => ({
  type: 'message.part.updated',
  properties: { part: { id, sessionID: 's', messageID: 'm', type, text, time: { start: 1 } } },
})
const ended = (id: string): EngineEvent => ({
  type: 'message.part.updated',
  properties: {
    part: { id, sessionID: 's', messageID: 'm', type: 'text', text: 'all', time: { start: 1, end: 2 } },
  },
})
const delta = (partID: string, delta: string): EngineEvent => ({
  type: 'message.part.delta',
  properties: { sessionID: 's', messageID: 'm', partID, field: 'text', delta },
})
const LONG = 'x'.repeat(8 * 1024 * 1024)
/** A torn part's begins with three dots. */
const texts = (events: EngineEvent[]) => {
  const live: LiveParts = new Map()
  for (const event of events) applyToLiveParts(live, event)
  return Object.fromEntries([...live].map(([id, { torn, text }]) => [id, torn ? `…${text}` : text]))
}

test.each([
  ['a running part is whole', [started('a'), delta('a', 'Hel'), delta('a', 'lo')], { a: 'Hello' }],
  ['reasoning too', [started('a', '', 'reasoning'), delta('a', 'Hm')], { a: 'Hm' }],
  ['a tool call is not text', [started('a', '', 'tool')], {}],
  ['a finished part is in the store, not here', [started('a'), delta('a', 'x'), ended('a')], {}],
  ['of a part whose beginning was missed, what came since', [delta('a', 'x'), delta('a', 'y')], { a: '…xy' }],
  ['until it has ended', [delta('a', 'x'), ended('a')], {}],
  ['of a part that is too long, its end', [started('a', LONG), delta('a', 'x')], { a: '…x' }],
  [
    'a removed part is gone',
    [started('a'), { type: 'message.part.removed', properties: { partID: 'a' } }],
    {},
  ],
  [
    'so are those of a removed message',
    [started('a'), { type: 'message.removed', properties: { messageID: 'm' } }],
    {},
  ],
  [
    'and those of an idle session',
    [started('a'), { type: 'session.idle', properties: { sessionID: 's' } }],
    {},
  ],
])('%s', (_name, events, kept) => {
  expect(texts(events)).toEqual(kept)
})
