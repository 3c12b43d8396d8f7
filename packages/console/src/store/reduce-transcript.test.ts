import type { Message, Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { cutPart, MOST_OF_TEXT } from '../../shared/cut-parts.ts'
import { applyToLiveParts, type LiveParts } from '../../shared/live-parts.ts'
import { layPage, layWhole, reduceTranscript } from './reduce-transcript.ts'
import { emptyTranscript } from './types.ts'

const info = { id: 'm', sessionID: 's', role: 'assistant', time: { created: 1 } } as Message
const text = (text: string, time: object = { start: 1 }) =>
  ({ id: 'p', sessionID: 's', messageID: 'm', type: 'text', text, time }) as Part
const whole = text('all of it', { start: 1, end: 2 })

const updated = (part: Part): EngineEvent => ({
  type: 'message.part.updated',
  properties: { sessionID: 's', part },
})
const added = (delta: string): EngineEvent => ({
  type: 'message.part.delta',
  properties: { sessionID: 's', messageID: 'm', partID: 'p', field: 'text', delta },
})

/** Events that the page hears before it reads the messages, what it reads, and events that it hears after; what it shows then. */
test.each<[string, EngineEvent[], Part, EngineEvent[], string]>([
  ['a part that was heard begin', [updated(text('')), added('a')], text(''), [added('b')], 'ab'],
  ['one that begins afterwards', [], whole, [updated(text('')), added('a')], 'a'],
  ['one that nobody heard begin', [], text(''), [], '…'],
  ['more of it', [], text(''), [added('b'), added('c')], '…bc'],
  ['more of it, heard before', [added('b')], text(''), [added('c')], '…bc'],
  ['it is whole at last', [added('b')], text(''), [added('c'), updated(whole)], 'all of it'],
  ['it was whole already', [added('b')], whole, [], 'all of it'],
  [
    'what the page heard is older than what has ended',
    [updated(text('')), added('a')],
    whole,
    [],
    'all of it',
  ],
])('fault 47: %s', (_, before, read, after, shown) => {
  const draft = emptyTranscript()
  const live: LiveParts = new Map()
  before.forEach((event) => applyToLiveParts(live, event))
  layPage(draft, [{ info, parts: [structuredClone(read)] }], { since: [], live, fresh: true })
  for (const event of structuredClone(after)) {
    applyToLiveParts(live, event)
    reduceTranscript(draft, event, live)
  }
  const [part] = draft.parts['m'] ?? []
  expect(`${part?.torn ? '…' : ''}${part?.type === 'text' ? part.text : ''}`).toBe(shown)
})

test('pieces of text among what was heard since a page was asked for change nothing: the running parts hold them', () => {
  const live: LiveParts = new Map()
  for (const event of [updated(text('')), added('a'), added('b')]) applyToLiveParts(live, event)
  const after = (...since: EngineEvent[]) => {
    const draft = emptyTranscript()
    layPage(draft, [{ info, parts: [text('')] }], { since, live, fresh: true })
    return draft
  }
  expect(after(updated(text('')), added('a'), added('b'))).toEqual(after(updated(text(''))))
  expect(after(added('b')).parts['m']).toEqual([text('ab')])
})

const long = 'x'.repeat(MOST_OF_TEXT + 9)
const cut = cutPart(text(long, { start: 1, end: 2 }))

function laid(part: Part, known: Part[] = [], live: LiveParts = new Map()) {
  const draft = emptyTranscript()
  draft.parts['m'] = known
  layPage(draft, [{ info, parts: [structuredClone(part)] }], { since: [], live, fresh: true })
  return draft
}

test('all of a part that was cut takes its place once', () => {
  const draft = laid(cut)
  layWhole(draft, 'm', [text(long, { start: 1, end: 2 })])
  layWhole(draft, 'm', [text('older', { start: 1, end: 2 })])
  layWhole(draft, 'gone', [whole])
  expect(draft.parts).toEqual({ m: [text(long, { start: 1, end: 2 })] })
})

test('what the reader has whole stays whole when the page comes anew, unless it is another', () => {
  expect(laid(cut, [text(long, { start: 1, end: 2 })]).parts['m']).toEqual([text(long, { start: 1, end: 2 })])
  expect(laid(cut, [text(`${long}y`, { start: 1, end: 2 })]).parts['m']).toEqual([cut])
})

test('of a part that is being written only what was heard counts, though the page has a cut beginning', () => {
  const live: LiveParts = new Map()
  applyToLiveParts(live, updated(text(long)))
  const draft = laid(cutPart(text(long)), [], live)
  applyToLiveParts(live, added('!'))
  reduceTranscript(draft, added('!'), live)
  expect(draft.parts['m']).toEqual([text(`${long}!`)])
})
