import { expect, test } from 'vitest'
import { DrawingError } from './drawing-frame.ts'
import type { Drawing } from './drawing.ts'
import { KeptDrawings } from './kept-drawings.ts'

const drawing = (length: number): Drawing => ({ svg: 'x'.repeat(length), width: 1, height: 1 })
const keep = (kept: KeptDrawings, key: string, length: number) =>
  kept.make(key, () => Promise.resolve(drawing(length)))

test('drawings are kept until others need the room, the one that was used last the longest', async () => {
  const kept = new KeptDrawings()
  const a = await keep(kept, 'a', 3_000_000)
  await keep(kept, 'b', 3_000_000)
  expect(kept.get('a')).toBe(a)
  const c = await keep(kept, 'c', 3_000_000)
  expect(kept.get('b')).toBeUndefined()
  expect([kept.get('a'), kept.get('c')]).toEqual([a, c])
})

test('one that is drawn again takes the place of the one before', async () => {
  const kept = new KeptDrawings()
  for (let at = 0; at < 5; at += 1) await keep(kept, 'a', 3_000_000)
  const b = await keep(kept, 'b', 3_000_000)
  expect(kept.get('a')).toBeDefined()
  expect(kept.get('b')).toBe(b)
})

test('one that has no room at all is not kept', async () => {
  const kept = new KeptDrawings()
  await keep(kept, 'a', 9_000_000)
  expect(kept.get('a')).toBeUndefined()
})

test('that one cannot be drawn is kept, until somebody wants another try', async () => {
  const kept = new KeptDrawings()
  const failed = await kept.make('a', () => Promise.reject(new DrawingError('Parse error', true)))
  expect(failed).toEqual({ reason: 'Parse error' })
  expect(kept.get('a')).toBe(failed)
  kept.drop('a')
  expect(kept.get('a')).toBeUndefined()
})

test.each([
  ['what draws did not come', new DrawingError('Not loaded', false), 'Not loaded'],
  ['nobody knows', new TypeError('x'), 'x'],
  ['nobody says', 'x', ''],
])('a failure of which %s is not kept', async (_, error, reason) => {
  const kept = new KeptDrawings()
  expect(await kept.make('a', () => Promise.reject(error as Error))).toEqual({ reason })
  expect(kept.get('a')).toBeUndefined()
})
