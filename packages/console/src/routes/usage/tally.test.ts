import { array, assert, constantFrom, double, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ceilingOf, tallyOf, tokensOf, valueOf, type CountedRow } from './tally.ts'

const NOW = new Date(2026, 10, 26, 18).getTime()
const HOUR = 3_600_000
const DAY = 24 * HOUR

let made = 0
function row(change: Partial<CountedRow> = {}): CountedRow {
  made += 1
  return {
    serverId: 'daemon',
    id: `ses_${made}`,
    title: 'Fix login',
    project: { id: 'p', folder: '/w/app' },
    model: { providerID: 'acme', modelID: 'large' },
    created: NOW - HOUR,
    updated: NOW,
    cost: 1,
    tokens: { input: 1, output: 2, reasoning: 3, cacheRead: 4, cacheWrite: 5 },
    ...change,
  }
}
const tally = (rows: CountedRow[], range: '7' | '30' | 'all' = '7') =>
  tallyOf(rows, { range, measure: 'cost', now: NOW })

describe('what is counted', () => {
  it('adds up everything of the range, and nothing before it', () => {
    const { total } = tally([row(), row({ cost: 0.5 }), row({ created: NOW - 8 * DAY })])
    expect(total).toEqual({
      cost: 1.5,
      sessions: 2,
      tokens: { input: 2, output: 4, reasoning: 6, cacheRead: 8, cacheWrite: 10 },
    })
  })

  it('a session that two servers know counts once, for the first', () => {
    const { rows } = tally([row({ id: 'same' }), row({ id: 'same', serverId: 'port-1' })])
    expect(rows.map(({ serverId }) => serverId)).toEqual(['daemon'])
  })

  it('by the day that it began, whenever it was changed', () => {
    const { bars, step } = tally([row({ created: NOW - 2 * DAY }), row(), row()])
    expect(step).toBe('day')
    expect(bars.map(({ sum }) => sum.sessions)).toEqual([0, 0, 0, 0, 1, 0, 2])
  })

  it('midnight is of the day that it begins', () => {
    const midnight = new Date(2026, 10, 25).getTime()
    const { bars } = tally([row({ created: midnight }), row({ created: midnight - 1 })])
    expect(bars.map(({ sum }) => sum.sessions)).toEqual([0, 0, 0, 0, 1, 1, 0])
  })

  it('what a clock that is ahead has begun counts today', () =>
    expect(tally([row({ created: NOW + 3 * DAY })]).bars.at(-1)?.sum.sessions).toBe(1))

  it('what is older than the plot is not in its first bar', () => {
    const { total, bars } = tally([row({ created: 0 }), row({ created: NOW - DAY })], 'all')
    expect(total.sessions).toBe(2)
    expect(bars[0]?.sum.sessions).toBe(0)
    expect(bars.reduce((all, { sum }) => all + sum.sessions, 0)).toBe(1)
  })

  it('the largest session first, by what is compared', () => {
    const tokens = (input: number) => ({ input, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 })
    const rows = [
      row({ id: 'small', cost: 1, tokens: tokens(9) }),
      row({ id: 'large', cost: 2, tokens: tokens(1) }),
    ]
    const order = (measure: 'cost' | 'tokens') =>
      tallyOf(rows, { range: '7', measure, now: NOW }).rows.map(({ id }) => id)
    expect([order('cost'), order('tokens')]).toEqual([
      ['large', 'small'],
      ['small', 'large'],
    ])
  })

  it('by project and by model, the largest first', () => {
    const other = { id: 'q', folder: '/w/blog' }
    const { projects, models } = tally([
      row(),
      row({ project: other, cost: 3, model: { providerID: 'acme', modelID: 'small' } }),
      row({ cost: 1.5 }),
    ])
    expect(projects.map(({ id, cost, sessions }) => [id, cost, sessions])).toEqual([
      ['q', 3, 1],
      ['p', 2.5, 2],
    ])
    expect(models.map(({ id }) => id)).toEqual(['acme/small', 'acme/large'])
  })

  it('sessions without a model are together', () => {
    const { model: _, ...bare } = row()
    expect(tally([bare]).models).toMatchObject([{ id: '', sessions: 1 }])
  })

  it('of nothing nothing', () => {
    expect(tally([], 'all')).toMatchObject({ total: { cost: 0, sessions: 0 }, projects: [], rows: [] })
    expect(tally([], 'all').bars).toHaveLength(1)
  })

  it('is the same in the plot, by project and in all', () =>
    assert(
      property(
        array(
          record({
            created: integer({ min: NOW - 400 * DAY, max: NOW }),
            cost: double({ min: 0, max: 9, noNaN: true }),
            project: constantFrom('a', 'b', 'c').map((id) => ({ id, folder: id })),
          }),
        ),
        constantFrom('7', '30', '90', 'all' as const),
        (rows, range) => {
          const { total, bars, projects } = tallyOf(rows.map(row), { range, measure: 'cost', now: NOW })
          const sum = (list: { cost: number }[]) => list.reduce((all, { cost }) => all + cost, 0)
          expect(sum(bars.map((bar) => bar.sum))).toBeCloseTo(total.cost)
          expect(sum(projects)).toBeCloseTo(total.cost)
        },
      ),
    ))
})

it('counts all kinds of tokens', () => {
  expect(tokensOf(row().tokens)).toBe(15)
  expect([valueOf(row(), 'cost'), valueOf(row(), 'tokens')]).toEqual([1, 15])
})

it.each([
  [0, 1],
  [-1, 1],
  [NaN, 1],
  [0.0031, 0.004],
  [1, 1],
  [1.01, 2],
  [2, 2],
  [4.9, 5],
  [51, 60],
  [7.2, 8],
  [81, 100],
  [100, 100],
  [1_234_567, 2_000_000],
])('a scale up to %d ends at %d', (most, end) => expect(ceilingOf(most)).toBeCloseTo(end, 9))
