import { expect, test } from 'vitest'
import { KeptDrawings } from './kept-drawings.ts'

const drawing = (length: number) => ({ svg: 'x'.repeat(length), width: 1, height: 1 })

test('drawings are kept until others need the room, the one that was used last the longest', () => {
  const kept = new KeptDrawings()
  const [a, b, c] = [drawing(3_000_000), drawing(3_000_000), drawing(3_000_000)]
  kept.set('a', a)
  kept.set('b', b)
  expect(kept.get('a')).toBe(a)
  kept.set('c', c)
  expect(kept.get('b')).toBeUndefined()
  expect(kept.get('a')).toBe(a)
  expect(kept.get('c')).toBe(c)
})

test('one that is drawn again takes the place of the one before', () => {
  const kept = new KeptDrawings()
  for (let at = 0; at < 5; at += 1) kept.set('a', drawing(3_000_000))
  const b = drawing(3_000_000)
  kept.set('b', b)
  expect(kept.get('a')).toBeDefined()
  expect(kept.get('b')).toBe(b)
})

test('one that has no room at all is not kept', () => {
  const kept = new KeptDrawings()
  kept.set('a', drawing(9_000_000))
  expect(kept.get('a')).toBeUndefined()
})
