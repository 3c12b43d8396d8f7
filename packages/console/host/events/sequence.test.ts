import { expect, test } from 'vitest'
import type { ServersFrame } from '../../shared/events.ts'
import { makeSequence } from './sequence.ts'

const numbers = (...count: number[]) =>
  count.map((seq) => JSON.stringify({ epoch: 'ep-1', seq, servers: [] }))

function published(count: number) {
  const sequence = makeSequence({ frames: 3, bytes: 1e6 }, 'ep-1')
  const heard: string[] = []
  const stop = sequence.listen((text) => heard.push(text))
  for (let nth = 0; nth < count; nth += 1) sequence.publish<ServersFrame>({ servers: [] })
  return { sequence, heard, stop }
}

test('frames are numbered from one on, and all that listen hear them as they were sent', () => {
  const { sequence, heard, stop } = published(2)
  expect(heard).toEqual(numbers(1, 2))
  stop()
  expect(sequence.publish<ServersFrame>({ servers: [] })).toBe(numbers(3)[0])
  expect(heard).toHaveLength(2)
  expect(sequence.position()).toEqual({ epoch: 'ep-1', seq: 3 })
})

test('what is only said has no number and is not heard again', () => {
  const { sequence, heard } = published(0)
  sequence.say(['a', 'b'])
  expect(heard).toEqual(['a', 'b'])
  expect([sequence.position().seq, sequence.since('ep-1:0')]).toEqual([0, { from: 0, frames: [] }])
})

test.each<[string | null, { from: number; frames: string[] } | null]>([
  ['ep-1:5', { from: 5, frames: [] }],
  ['ep-1:3', { from: 3, frames: numbers(4, 5) }],
  ['ep-1:2', { from: 2, frames: numbers(3, 4, 5) }],
  ['ep-1:1', null],
  ['ep-1:6', null],
  ['ep-2:5', null],
  ['ep-1:', null],
  ['ep-1:-1', null],
  ['ep-1:5x', null],
  [' ep-1:5', null],
  ['ep-1', null],
  ['', null],
  [null, null],
])('fault 43: from %j on', (place, replay) => expect(published(5).sequence.since(place)).toEqual(replay))

test('fault 43: from a number of several digits on', () => {
  expect(published(12).sequence.since('ep-1:10')).toEqual({ from: 10, frames: numbers(11, 12) })
})
