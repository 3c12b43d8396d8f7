import type { Message, Part } from '@kilocode/sdk/v2/client'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { expect, test } from 'vitest'
import type { LivePart, LiveParts } from '../../shared/live-parts.ts'
import { layPage, reduceTranscript } from './reduce-transcript.ts'
import { emptyTranscript, type PendingPrompt, type Transcript } from './types.ts'

const message = (id: string, created = 1) => ({ id, sessionID: 's', time: { created } }) as Message
const part = (id: string, more: object = {}, messageID = 'm') =>
  ({ id, sessionID: 's', messageID, type: 'text', text: id, time: { start: 1 }, ...more }) as Part
const ended = { time: { start: 1, end: 2 } }
const tool = (id: string) => part(id, { type: 'tool', text: undefined })
const prompt = (id: string) => ({ id, text: id, sentAt: 1, choice: {} }) as PendingPrompt

const told = (info: Message) => sampleEvent('message.updated', { info })
const put = (part: Part) => sampleEvent('message.part.updated', { part })
const delta = (partID: string, field = 'text', messageID = 'm') =>
  sampleEvent('message.part.delta', { messageID, partID, field, delta: '!' })
const running = (...parts: LivePart[]): LiveParts => new Map(parts.map((one) => [one.id, one]))
const whole = (id: string, text: string, messageID = 'm') => part(id, { text }, messageID) as LivePart
const torn = (id: string, text: string): LivePart => ({
  id,
  sessionID: 's',
  messageID: 'm',
  text,
  torn: true,
})

function after(before: Partial<Transcript>, events: EngineEvent[], live: LiveParts = new Map()): Transcript {
  const draft = { ...emptyTranscript(), ...structuredClone(before) }
  for (const event of events) reduceTranscript(draft, event, live)
  return draft
}

const two = { messages: [message('a', 1), message('c', 3)] }

test.each<[string, Partial<Transcript>, EngineEvent[], Partial<Transcript>, LiveParts?]>([
  [
    'a message stands in its time',
    two,
    [told(message('b', 2))],
    { messages: [message('a', 1), message('b', 2), message('c', 3)] },
  ],
  [
    'an early one before all',
    two,
    [told(message('z', 0))],
    { messages: [message('z', 0), message('a', 1), message('c', 3)] },
  ],
  [
    'of one moment, by their ids',
    two,
    [told(message('b', 3))],
    { messages: [message('a', 1), message('b', 3), message('c', 3)] },
  ],
  [
    'and after one of a lower id',
    two,
    [told(message('d', 3))],
    { messages: [message('a', 1), message('c', 3), message('d', 3)] },
  ],
  [
    'a message that is removed takes its parts along',
    { ...two, parts: { a: [part('p')], c: [part('q')] } },
    [sampleEvent('message.removed', { messageID: 'a' })],
    { messages: [message('c', 3)], parts: { c: [part('q')] } },
  ],
  ['the first part of a message', {}, [put(part('p'))], { parts: { m: [part('p')] } }],
  [
    'parts stand in the order of their ids',
    {},
    [put(part('q')), put(part('p'))],
    { parts: { m: [part('p'), part('q')] } },
  ],
  [
    'a prompt of ours has arrived with the first part of its message',
    { pending: [prompt('m'), prompt('n')] },
    [put(part('p'))],
    { parts: { m: [part('p')] }, pending: [prompt('n')] },
  ],
  [
    'a part is removed',
    { parts: { m: [part('p'), part('q')] } },
    [sampleEvent('message.part.removed', { messageID: 'm', partID: 'p' })],
    { parts: { m: [part('q')] } },
  ],
  [
    'or one of an unknown message',
    {},
    [sampleEvent('message.part.removed', { messageID: 'm', partID: 'p' })],
    {},
  ],
  ['changed files', {}, [sampleEvent('session.diff', { diff: ['d'] })], { diffs: ['d'] as never }],
  ['what is to be done', {}, [sampleEvent('todo.updated', { todos: ['t'] })], { todos: ['t'] as never }],
  ['anything else', two, [sampleEvent('session.idle', { messageID: 'a', partID: 'p' })], two],
  [
    'text is taken whole from the running part',
    { parts: { m: [part('p'), part('q')] } },
    [delta('q')],
    { parts: { m: [part('p'), part('q', { text: 'so far' })] } },
    running(whole('q', 'so far')),
  ],
  [
    'also a thought',
    { parts: { m: [part('p', { type: 'reasoning' })] } },
    [delta('p')],
    { parts: { m: [part('p', { type: 'reasoning', text: 'so far' })] } },
    running(whole('p', 'so far')),
  ],
  [
    'that it lacks its beginning is said',
    { parts: { m: [part('p')] } },
    [delta('p')],
    { parts: { m: [part('p', { text: 'end', torn: true })] } },
    running(torn('p', 'end')),
  ],
  [
    'until it does not',
    { parts: { m: [part('p', { torn: true })] } },
    [delta('p')],
    { parts: { m: [part('p', { text: 'all' })] } },
    running(whole('p', 'all')),
  ],
  [
    'a running part that is not there yet',
    { parts: { m: [part('p')] } },
    [delta('q')],
    { parts: { m: [part('p'), part('q', { text: 'so far' })] } },
    running(whole('q', 'so far')),
  ],
  [
    'of a message that is not there yet',
    {},
    [delta('q')],
    { parts: { m: [part('q')] } },
    running(whole('q', 'q')),
  ],
  ['but none without a beginning', {}, [delta('q')], {}, running(torn('q', 'end'))],
  ['what is not running', { parts: { m: [part('p')] } }, [delta('p')], { parts: { m: [part('p')] } }],
  [
    'another field than the text',
    { parts: { m: [part('p')] } },
    [delta('p', 'metadata')],
    { parts: { m: [part('p')] } },
    running(whole('p', 'so far')),
  ],
  [
    'what says nothing of its time is being written',
    { parts: { m: [part('p', { time: undefined })] } },
    [delta('p')],
    { parts: { m: [part('p', { time: undefined, text: 'so far' })] } },
    running(whole('p', 'so far')),
  ],
  [
    'what has ended grows no more',
    { parts: { m: [part('p', ended)] } },
    [delta('p')],
    { parts: { m: [part('p', ended)] } },
    running(whole('p', 'so far')),
  ],
  [
    'a call is no text',
    { parts: { m: [tool('p')] } },
    [delta('p')],
    { parts: { m: [tool('p')] } },
    running(whole('p', 'so far')),
  ],
])('%s', (_, before, events, expected, live) => {
  expect(after(before, events, live)).toStrictEqual({ ...emptyTranscript(), ...expected })
})

test('an event can be read again: what the store holds is a copy', () => {
  const event = put(part('p'))
  const draft = after({}, [event])
  Object.assign(draft.parts['m']?.[0] ?? {}, { text: 'changed' })
  expect(event).toEqual(put(part('p')))
})

const old = { messages: [message('a', 1)], parts: { a: [part('x', ended, 'a')] } }
const page = [{ info: message('m', 2), parts: [part('q', ended), part('p', ended)] }]
const laid = { messages: [message('m', 2)], parts: { m: [part('p', ended), part('q', ended)] } }
const open = (...parts: Part[]) => [{ info: message('m', 2), parts }]
const showing = (...parts: Part[]) => ({ messages: [message('m', 2)], parts: { m: parts } })

interface Laying {
  page: typeof page
  since?: EngineEvent[]
  live?: LiveParts
  fresh?: boolean
}

test.each<[string, Partial<Transcript>, Laying, Partial<Transcript>]>([
  ['the newest page takes the place of all', old, { page }, laid],
  [
    'an older page is laid beside what is there',
    old,
    { page, fresh: false },
    { messages: [message('a', 1), message('m', 2)], parts: { ...old.parts, ...laid.parts } },
  ],
  [
    'and takes the place of its own messages',
    { messages: [message('m', 2)], parts: { m: [part('gone')] } },
    { page, fresh: false },
    laid,
  ],
  ['a prompt of ours that it holds has arrived', { pending: [prompt('m')] }, { page }, laid],
  [
    'what was heard since is newer',
    {},
    {
      page,
      since: [told(message('n', 3)), sampleEvent('message.part.removed', { messageID: 'm', partID: 'q' })],
    },
    { messages: [message('m', 2), message('n', 3)], parts: { m: [part('p', ended)] } },
  ],
  [
    'a running part',
    {},
    { page: open(part('p')), live: running(whole('p', 'all')) },
    showing(part('p', { text: 'all' })),
  ],
  [
    'which lacks its beginning',
    {},
    { page: open(part('p')), live: running(torn('p', 'end')) },
    showing(part('p', { text: 'end', torn: true })),
  ],
  [
    'nobody heard it begin',
    {},
    { page: open(part('p', { text: '' })) },
    showing(part('p', { text: '', torn: true })),
  ],
  ['but the engine knows some of it', {}, { page: open(part('p')) }, showing(part('p'))],
  [
    'it has ended without a word',
    {},
    { page: open(part('p', { text: '', ...ended })) },
    showing(part('p', { text: '', ...ended })),
  ],
  [
    'the page is older than the running part',
    {},
    { page: open(), live: running(whole('p', 'all')) },
    showing(part('p', { text: 'all' })),
  ],
  [
    'beside others',
    {},
    { page: open(part('o', ended)), live: running(whole('p', 'all')) },
    showing(part('o', ended), part('p', { text: 'all' })),
  ],
  [
    'whose message it does not hold',
    {},
    { page: open(), live: running(whole('p', 'all', 'other')) },
    showing(),
  ],
  ['or whose beginning is not known', {}, { page: open(), live: running(torn('p', 'end')) }, showing()],
])('a page: %s', (_, before, { page, since = [], live = new Map(), fresh = true }, expected) => {
  const draft = { ...emptyTranscript(), ...structuredClone(before) }
  layPage(draft, structuredClone(page), { since, live, fresh })
  expect(draft).toStrictEqual({ ...emptyTranscript(), ...expected })
})
