import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Look, Looks } from './roster-changes.ts'
import { endedMeanwhile, formatMarks, parseMarks, stillWorking } from './finished-marks.ts'

const NOW = 1_800_000_000_000
const DAY = 24 * 60 * 60 * 1000

const looks = (kinds: Record<string, Look['kind']>): Looks =>
  new Map(
    Object.entries(kinds).map(([key, kind]) => [
      key,
      { kind, request: '', title: () => key, need: () => '' },
    ]),
  )

describe('kept marks', () => {
  it('come back as they were', () => {
    const marks = new Map([
      ['daemon/ses_2', NOW - 5],
      ['daemon/ses_1', NOW - 10],
    ])
    expect(parseMarks(formatMarks(marks, NOW), NOW)).toEqual(marks)
  })

  it.each([null, '', 'torn', '{}', '5', 'null', '[1]', '[["a"]]', '[["a","b"]]', '[[1,2]]', '[null]'])(
    'what is none (%j) is none',
    (text) => expect(parseMarks(text, NOW).size).toBe(0),
  )

  it('are few and young, whatever was kept', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer({ min: 0, max: 2 * NOW }))), (kept) => {
        const marks = parseMarks(JSON.stringify(kept), NOW)
        for (const at of marks.values()) expect(at).toBeGreaterThan(NOW - 30 * DAY)
      }),
    )
    const many = new Map(Array.from({ length: 500 }, (_, index) => [`daemon/${index}`, NOW - index]))
    const kept = parseMarks(formatMarks(many, NOW), NOW)
    expect([kept.size, kept.has('daemon/0'), kept.has('daemon/499')]).toEqual([200, true, false])
    expect(parseMarks(JSON.stringify([['old', NOW - 31 * DAY]]), NOW).size).toBe(0)
  })
})

it('what works is followed; of what nothing is known the mark stays', () => {
  const before = new Map([
    ['ends', 1],
    ['goes on', 2],
    ['not read yet', 3],
  ])
  const after = stillWorking(
    before,
    looks({ ends: 'idle', 'goes on': 'retrying', begins: 'working', rests: 'idle', asks: 'permission' }),
    9,
  )
  expect(Object.fromEntries(after)).toEqual({ 'goes on': 2, 'not read yet': 3, begins: 9 })
  expect(stillWorking(after, looks({ 'goes on': 'working', begins: 'working' }), 10)).toBe(after)
})

it('a turn that ended while nobody looked is told from one that was cut off with its engine', () => {
  const working = new Map([
    ['done', 100],
    ['works', 100],
    ['failed', 100],
    ['gone', 100],
    ['cut off', 100],
    ['elsewhere', 100],
  ])
  const found = looks({
    done: 'idle',
    works: 'working',
    failed: 'failed',
    'cut off': 'idle',
    elsewhere: 'idle',
  })
  const startedAt = (key: string) => (key === 'elsewhere' ? undefined : key === 'cut off' ? 200 : 50)
  expect(endedMeanwhile(working, found, startedAt)).toEqual(['done', 'elsewhere'])
})
