import { expect, test } from 'vitest'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { applyToLiveParts, type LiveParts } from './live-parts.ts'

const of = { sessionID: 's', messageID: 'm' }
const started = (id: string, text = '', type: 'text' | 'reasoning' = 'text'): EngineEvent => ({
  type: 'message.part.updated',
  properties: { sessionID: 's', part: { ...of, id, type, text, time: { start: 1 } } },
})
const tool: EngineEvent = {
  type: 'message.part.updated',
  properties: {
    sessionID: 's',
    part: {
      ...of,
      id: 'a',
      type: 'tool',
      callID: 'c',
      tool: 'bash',
      state: { status: 'pending', input: {}, raw: '' },
    },
  },
}
const untimed: EngineEvent = {
  type: 'message.part.updated',
  properties: { sessionID: 's', part: { ...of, id: 'a', type: 'text', text: 'x' } },
}
const ended = (id: string): EngineEvent => ({
  type: 'message.part.updated',
  properties: {
    sessionID: 's',
    part: { ...of, id, type: 'text', text: 'all', time: { start: 1, end: 2 } },
  },
})
const delta = (partID: string, delta: string): EngineEvent => ({
  type: 'message.part.delta',
  properties: { ...of, partID, field: 'text', delta },
})
const LONG = 'x'.repeat(1024 * 1024)
const HALF = LONG.slice(0, LONG.length / 2)
/** A torn part's begins with three dots. */
const texts = (events: EngineEvent[]) => {
  const live: LiveParts = new Map()
  for (const event of events) applyToLiveParts(live, event)
  return Object.fromEntries([...live].map(([id, { torn, text }]) => [id, torn ? `…${text}` : text]))
}

test.each([
  ['a running part is whole', [started('a'), delta('a', 'Hel'), delta('a', 'lo')], { a: 'Hello' }],
  ['reasoning too', [started('a', '', 'reasoning'), delta('a', 'Hm')], { a: 'Hm' }],
  ['a tool call is not text', [started('a'), tool], {}],
  ['a finished part is in the store, not here', [started('a'), delta('a', 'x'), ended('a')], {}],
  ['of a part whose beginning was missed, what came since', [delta('a', 'x'), delta('a', 'y')], { a: '…xy' }],
  ['until it has ended', [delta('a', 'x'), ended('a')], {}],
  ['of a part that grows too long, its end', [started('a', LONG), delta('a', 'x')], { a: `…${HALF}` }],
  ['of one that is too long, too', [started('a', `${LONG}x`)], { a: `…${HALF}` }],
  ['and of a delta', [delta('a', `${LONG}x`)], { a: `…${HALF}` }],
  [
    'a removed part is gone',
    [started('a'), { type: 'message.part.removed', properties: { ...of, partID: 'a' } }],
    {},
  ],
  ['so are those of a removed message', [started('a'), { type: 'message.removed', properties: of }], {}],
  [
    'but no other',
    [
      started('a'),
      { type: 'message.part.removed', properties: { ...of, partID: 'b' } },
      { type: 'message.removed', properties: { ...of, messageID: 'n' } },
      { type: 'session.idle', properties: { sessionID: 't' } },
      { type: 'session.deleted', properties: { sessionID: 't' } },
      { type: 'session.status', properties: { sessionID: 's', status: { type: 'idle' } } },
    ],
    { a: '' },
  ],
  [
    'what is no text of it',
    [
      started('a'),
      { type: 'message.part.delta', properties: { ...of, partID: 'a', field: 'metadata', delta: 'x' } },
    ],
    { a: '' },
  ],
  ['a part that says nothing of its time', [untimed], { a: 'x' }],
  ['exactly as long as may be', [started('a', LONG)], { a: LONG }],
  [
    'and those of a session that is deleted',
    [started('a'), { type: 'session.deleted', properties: { sessionID: 's' } }],
    {},
  ],
  [
    'and those of an idle session',
    [started('a'), { type: 'session.idle', properties: { sessionID: 's' } }],
    {},
  ],
] satisfies [string, EngineEvent[], Record<string, string>][])('%s', (_name, events, kept) => {
  expect(texts(events)).toEqual(kept)
})

test('a part without its beginning is known by where it belongs alone', () => {
  const live: LiveParts = new Map()
  applyToLiveParts(live, started('a', `${LONG}x`))
  applyToLiveParts(live, delta('b', 'y'))
  const torn = (id: string, text: string) => ({ ...of, id, text, torn: true })
  expect([...live.values()]).toEqual([torn('a', HALF), torn('b', 'y')])
})
