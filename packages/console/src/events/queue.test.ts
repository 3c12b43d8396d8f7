import { expect, test } from 'vitest'
import type { EventType } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { EngineFrame } from '../../shared/events.ts'
import { coalesce } from './queue.ts'

let seq = 0
const frame = (type: EventType, properties: object, server = 'daemon'): EngineFrame => ({
  server,
  epoch: 'e',
  seq: (seq += 1),
  event: sampleEvent(type, properties),
})
const delta = (partID: string, delta: string, server?: string) =>
  frame('message.part.delta', { partID, field: 'text', delta }, server)
const update = (id: string, text: string) =>
  frame('message.part.updated', { part: { id, type: 'text', text } })
const listed = frame('session.updated', { sessionID: 's', info: { id: 's' } })
const brief = ({ event: { type, properties } }: EngineFrame) => {
  if (type === 'message.part.delta') return `+${properties.partID}:${properties.delta}`
  if (type !== 'message.part.updated') return type
  return properties.part.type === 'text' && `=${properties.part.id}:${properties.part.text}`
}

test.each([
  {
    name: 'neighbouring deltas join',
    given: [delta('a', 'x'), delta('a', 'y'), delta('a', 'z')],
    kept: ['+a:xyz'],
  },
  {
    name: 'deltas of two parts keep their order',
    given: [delta('a', 'x'), delta('b', 'y'), delta('a', 'z')],
    kept: ['+a:x', '+b:y', '+a:z'],
  },
  {
    name: 'deltas of two servers stay apart',
    given: [delta('a', 'x'), delta('a', 'y', 'port-1')],
    kept: ['+a:x', '+a:y'],
  },
  {
    name: 'a full update swallows what was before it',
    given: [update('a', '1'), delta('a', 'x'), update('a', '2'), delta('a', 'y')],
    kept: ['=a:2', '+a:y'],
  },
  {
    name: 'a removal is a boundary',
    given: [update('a', '1'), frame('message.part.removed', { partID: 'a' }), update('a', '2')],
    kept: ['=a:1', 'message.part.removed', '=a:2'],
  },
  {
    name: 'a session whose todos are told is listed before them',
    given: [listed, frame('todo.updated', { sessionID: 's', todos: [] }), listed],
    kept: ['session.updated', 'todo.updated', 'session.updated'],
  },
])('$name', ({ given, kept }) => {
  expect(coalesce(given).map(brief)).toEqual(kept)
})

test('ten thousand deltas fold into one without quadratic work', () => {
  const text = Array.from({ length: 10_000 }, () => 'ab')
  const [only, ...rest] = coalesce(text.map((part) => delta('a', part)))
  expect(rest).toEqual([])
  expect(only?.event.properties).toMatchObject({ delta: text.join('') })
})
