import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { momentOf, RANGES, spansOf, startOf, type Range } from './spans.ts'

const at = (year: number, month: number, day: number, hour = 0) =>
  new Date(year, month - 1, day, hour).getTime()
const NOW = at(2026, 11, 26, 18)

it.each([
  ['7', at(2026, 11, 20)],
  ['30', at(2026, 10, 28)],
  ['90', at(2026, 8, 29)],
  ['all', 0],
] as const)('%s days begin at midnight, today among them', (range, from) =>
  expect(startOf(range, NOW)).toBe(from),
)

it('each choice is called by what it counts', () =>
  expect(RANGES.map(({ value, title }) => [title, startOf(value, NOW)])).toEqual([
    ['7 days', at(2026, 11, 20)],
    ['30 days', at(2026, 10, 28)],
    ['90 days', at(2026, 8, 29)],
    ['All time', 0],
  ]))

it('at midnight the new day is there', () =>
  expect(spansOf('7', 0, at(2026, 11, 26)).spans.at(-1)?.from).toBe(at(2026, 11, 26)))

it('a month is one of the calendar', () =>
  expect(spansOf('all', at(2023, 11, 26), NOW).spans[0]).toMatchObject({
    from: at(2023, 11, 1),
    to: at(2023, 12, 1),
  }))

it('a moment is told by the clock, and of another day with its date', () => {
  // What stands before PM depends on the platform.
  expect(momentOf(at(2026, 11, 26, 7), NOW)).toMatch(/^7:00\sAM$/)
  expect(momentOf(at(2026, 11, 25, 19), NOW)).toMatch(/^Nov 25, 2026, 7:00\sPM$/)
})

it('a day is one of the calendar', () => {
  const { step, spans } = spansOf('7', 0, NOW)
  expect(step).toBe('day')
  expect(spans.map(({ label }) => label)).toEqual([
    'Fri, Nov 20',
    'Sat, Nov 21',
    'Sun, Nov 22',
    'Mon, Nov 23',
    'Tue, Nov 24',
    'Wed, Nov 25',
    'Thu, Nov 26',
  ])
  expect(spans.at(-1)).toMatchObject({ from: at(2026, 11, 26), to: at(2026, 11, 27) })
})

it.each([
  ['nothing yet', NOW, 'day', 1, 'Thu, Nov 26'],
  ['a clock that is ahead', NOW + 9e9, 'day', 1, 'Thu, Nov 26'],
  ['three months', at(2026, 9, 1), 'day', 87, 'Tue, Sep 1'],
  ['as many days as there is room for', at(2026, 8, 27), 'day', 92, 'Thu, Aug 27'],
  ['a day more', at(2026, 8, 26), 'week', 14, 'week of Aug 24, 2026'],
  ['as many weeks', at(2025, 2, 24), 'week', 92, 'week of Feb 24, 2025'],
  ['a week more', at(2025, 2, 23), 'month', 22, 'February 2025'],
  ['a year', at(2025, 11, 26), 'week', 53, 'week of Nov 24, 2025'],
  ['three years', at(2023, 11, 26), 'month', 37, 'November 2023'],
  ['since the epoch', 0, 'month', 92, 'April 2019'],
] as const)('all time of %s', (_, oldest, step, count, first) => {
  const found = spansOf('all', oldest, NOW)
  expect([found.step, found.spans.length, found.spans[0]?.label]).toEqual([step, count, first])
})

it('the parts of any range follow each other and end with now', () =>
  assert(
    property(
      constantFrom<Range>('7', '30', '90', 'all'),
      integer({ min: 0, max: NOW }),
      integer({ min: 0, max: 4e12 }),
      (range, oldest, now) => {
        const { spans } = spansOf(range, oldest, now)
        expect(spans.length).toBeGreaterThan(0)
        for (const [index, { from, to }] of spans.entries()) {
          expect(to).toBeGreaterThan(from)
          if (index > 0) expect(spans[index - 1]?.to).toBe(from)
        }
        const last = spans.at(-1)
        expect(last && last.from <= now && now < last.to).toBe(true)
      },
    ),
    { numRuns: 50 },
  ))
