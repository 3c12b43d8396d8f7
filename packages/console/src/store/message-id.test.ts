import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageIdAfter } from './message-id.ts'

/** As the engine makes them: seen on 7.7.7 are `msg_216803703001CwRKDCjp5g3Wor`, made at 1795673831171, and others. */
const engineId = (time: number, count: number) =>
  `msg_${((BigInt(time) * 4096n + BigInt(count)) & 0xffff_ffff_ffffn).toString(16).padStart(12, '0')}0000000000000z`

test('our ids have the form of the engine’s', () => {
  expect(messageIdAfter([], 1_795_673_831_171)).toMatch(/^msg_216803703001[0-9A-Za-z]{14}$/)
  expect(messageIdAfter(['msg_216803703001CwRKDCjp5g3Wor'], 0)).toMatch(/^msg_216803703002[0-9A-Za-z]{14}$/)
})

test('ours is behind every message that was there, and before all that the engine makes afterwards', () => {
  const time = fc.integer({ min: 1_795_000_000_000, max: 1_795_999_999_999 })
  fc.assert(
    fc.property(fc.array(time, { maxLength: 8 }), time, (times, updated) => {
      const known = times.map((at) => engineId(at, 1))
      const ours = messageIdAfter(known, updated)
      const later = engineId(Math.max(updated, ...times) + 1, 1)
      expect([...known, engineId(updated, 0), ours, later].toSorted().slice(-2)).toEqual([ours, later])
    }),
  )
})

test('several in a row ascend, and no two are alike', () => {
  const ids: string[] = []
  for (let count = 0; count < 50; count += 1) ids.push(messageIdAfter(ids, 1_795_000_000_000))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 200 }, () => messageIdAfter([], 1))).size).toBe(200)
})

test('ids of another form stand in nobody’s way', () => {
  expect(messageIdAfter(['msg_x', 'imported', 'msg_zz', 'of_msg_216803703001'], 1)).toMatch(
    /^msg_000000001001/,
  )
})
