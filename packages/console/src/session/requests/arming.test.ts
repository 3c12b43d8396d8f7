import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ARMING_MS, isArmed, look, unseen, type Sight } from './arming.ts'

type Seen = readonly [mark: string | null, now: number]
const after = (...seen: Seen[]): Sight =>
  seen.reduce<Sight>((sight, [mark, now]) => look(sight, mark, now), unseen)

test.each<[string, Sight, number, boolean]>([
  ['never seen', unseen, 10_000, false],
  ['out of sight', after([null, 0]), 10_000, false],
  ['just appeared', after(['a', 100]), 100, false],
  ['a moment too early', after(['a', 100], ['a', 400]), 599, false],
  ['half a second', after(['a', 100], ['a', 400]), 600, true],
  ['changed meanwhile', after(['a', 100], ['b', 550]), 700, false],
  ['changed, and half a second more', after(['a', 100], ['b', 550]), 1050, true],
  ['changed and back', after(['a', 100], ['b', 550], ['a', 560]), 1050, false],
  ['hidden for a moment', after(['a', 100], [null, 700], ['a', 701]), 1200, false],
  ['pressed before it appeared, handled late', after(['a', 900]), 650, false],
])('fault 68: %s', (_, sight, now, expected) => {
  expect(isArmed(sight, now)).toBe(expected)
})

test('fault 68: nothing is seen at first', () => expect(unseen).toEqual({ mark: null, since: 0 }))

test('fault 68: armed means half a second of one and the same sight', () => {
  const step = fc.tuple(fc.constantFrom('a', 'b', null), fc.integer({ min: 0, max: 300 }))
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let now = 0
      let sight = unseen
      let same = 0
      let last: string | null = null
      for (const [mark, pause] of steps) {
        now += pause
        same = mark === last ? same + pause : 0
        last = mark
        sight = look(sight, mark, now)
        expect(isArmed(sight, now)).toBe(mark !== null && same >= ARMING_MS)
      }
    }),
  )
})
