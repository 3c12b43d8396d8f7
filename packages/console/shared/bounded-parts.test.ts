import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BoundedParts } from './bounded-parts.ts'
import type { LivePart } from './live-parts.ts'

/** What a part costs besides its text. */
const COST = 512
const part = (id: string, size: number): LivePart => ({
  id,
  sessionID: 's',
  messageID: 'm',
  text: 'x'.repeat(size),
  torn: true,
})

const change = fc.record({
  act: fc.constantFrom('set', 'set', 'set', 'delete', 'drop', 'clear'),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  size: fc.nat(900),
})

test('whatever comes and goes: within its budget, the oldest given up, and the sum is of what is there', () => {
  const budget = { parts: 3, size: 2500 }
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const parts = new BoundedParts(budget)
      let expected: [string, number][] = []
      for (const { act, id, size } of changes) {
        const at = expected.findIndex(([known]) => known === id)
        if (act === 'set') {
          parts.set(id, part(id, size))
          if (at >= 0) expected[at] = [id, size]
          else expected.push([id, size])
          const cost = () => expected.reduce((sum, [, each]) => sum + each + COST, 0)
          while (expected.length > budget.parts || cost() > budget.size) expected.shift()
        } else if (act === 'delete') {
          expect(parts.delete(id)).toBe(at >= 0)
          expected = expected.filter(([known]) => known !== id)
        } else if (act === 'drop') {
          expect(parts.dropFirst()).toBe(expected.length > 0)
          expected.shift()
        } else {
          parts.clear()
          expected = []
        }
        expect([...parts.values()].map(({ id, text }) => [id, text.length])).toEqual(expected)
        expect(parts.total).toBe(expected.reduce((sum, [, each]) => sum + each + COST, 0))
      }
    }),
  )
})

test('many small ones are too many', () => {
  const parts = new BoundedParts({ parts: 2, size: 1e6 })
  for (const id of ['a', 'b', 'c']) parts.set(id, part(id, 1))
  expect([...parts.keys()]).toEqual(['b', 'c'])
})

test('exactly as much as its budget fits, and what is larger than all of it is not kept', () => {
  const parts = new BoundedParts({ parts: 2, size: 2 * COST + 10 })
  parts.set('a', part('a', 5)).set('b', part('b', 5))
  expect([...parts.keys()]).toEqual(['a', 'b'])
  parts.set('c', part('c', 5000))
  expect([[...parts.keys()], parts.total]).toEqual([[], 0])
})
