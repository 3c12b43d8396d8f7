import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageIdAfter, messageIdsUpTo } from './message-id.ts'

const NOW = 1_796_000_000_000
const ROUND = 2 ** 36
const DAY = 24 * 60 * 60 * 1000
/** As the engine makes them: seen on 7.7.7 are `msg_216803703001CwRKDCjp5g3Wor`, made at 1795673831171, and others. */
const engineId = (time: number, count: number) =>
  `msg_${((BigInt(time) * 4096n + BigInt(count)) & 0xffff_ffff_ffffn).toString(16).padStart(12, '0')}0000000000000z`

test('our ids have the form of the engine’s', () => {
  expect(messageIdAfter([], 1_795_673_831_171, NOW)).toMatch(/^msg_216803703001[0-9A-Za-z]{14}$/)
  expect(messageIdAfter(['msg_216803703001CwRKDCjp5g3Wor'], 0, NOW)).toMatch(
    /^msg_216803703002[0-9A-Za-z]{14}$/,
  )
})

test('ours is behind every message that was there, and before all that the engine makes afterwards', () => {
  const time = fc.integer({ min: 1_795_000_000_000, max: 1_795_999_999_999 })
  fc.assert(
    fc.property(fc.array(time, { maxLength: 8 }), time, (times, updated) => {
      const known = times.map((at) => engineId(at, 1))
      const ours = messageIdAfter(known, updated, NOW)
      const later = engineId(Math.max(updated, ...times) + 1, 1)
      expect([...known, engineId(updated, 0), ours, later].toSorted().slice(-2)).toEqual([ours, later])
    }),
  )
})

test('several in a row ascend, and no two are alike', () => {
  const ids: string[] = []
  for (let count = 0; count < 50; count += 1) ids.push(messageIdAfter(ids, 1_795_000_000_000, NOW))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 200 }, () => messageIdAfter([], 1, 1))).size).toBe(200)
})

test('ids of another form stand in nobody’s way', () => {
  expect(messageIdAfter(['msg_x', 'imported', 'msg_zz', 'of_msg_216803703001'], 1, 1)).toMatch(
    /^msg_000000001001/,
  )
})

test('an answer is behind our prompt in every round of the stamps, whatever was said in earlier ones', () => {
  const age = fc.integer({ min: 0, max: 5 * ROUND })
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 40 }),
      // The answer is made in the same round, a millisecond later.
      fc.integer({ min: DAY, max: ROUND - 2 }),
      fc.array(age, { maxLength: 8 }),
      age,
      (round, at, ages, sinceUpdate) => {
        const now = round * ROUND + at
        // What stands less than a day ahead of now cannot be told from what another clock makes.
        const isPlain = (time: number) => Math.floor(time / ROUND) === round || time % ROUND > at + DAY
        const times = ages.map((each) => now - each).filter(isPlain)
        const known = times.map((time) => engineId(time, 1))
        const ours = messageIdAfter(known, now - sinceUpdate, now)
        expect(ours < engineId(now + 1, 1)).toBe(true)
        for (const [index, time] of times.entries())
          if (Math.floor(time / ROUND) === round) expect(ours > (known[index] ?? '')).toBe(true)
      },
    ),
  )
})

test('ids of what is taken in ascend, and both a prompt and its answer are behind them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 40 }),
      fc.integer({ min: DAY, max: ROUND - 1 }),
      fc.integer({ min: 1, max: 50 }),
      (round, at, count) => {
        const now = round * ROUND + at
        const ids = messageIdsUpTo(count, now)
        const prompt = messageIdAfter(ids, now - DAY * 400, now)
        const all = [...ids, prompt, engineId(now, 1)]
        expect(all.toSorted()).toEqual(all)
        expect(new Set(ids).size).toBe(count)
      },
    ),
  )
})
