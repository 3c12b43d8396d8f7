import { expect, it } from 'vitest'
import { standingOf } from '../../../shared/budget.ts'
import { sayTogether, warningsOf } from './warnings.ts'

const watch = (spent: number, limit?: number) => ({
  name: 'day 1',
  title: 'Today',
  standing: standingOf(spent, limit),
})
const nobody = () => false

it('says nothing of what is within its budget, or has none', () =>
  expect(warningsOf([watch(3, 5), watch(9)], true, nobody)).toEqual([]))

it.each([
  ['nearly used up', 4, false, 'Today: 80% of the budget is used', '$4.00 of $5.00.'],
  ['used up', 6, false, 'Today: the budget is used up', '$6.00 of $5.00.'],
  ['used up, and stopped', 6, true, 'Today: the budget is used up', '$6.00 of $5.00. What runs is stopped.'],
])('says that it is %s', (_, spent, stops, title, hint) =>
  expect(warningsOf([watch(spent, 5)], stops, nobody)).toMatchObject([{ title, hint }]),
)

it('says each once: another level and another limit are others', () => {
  const told = new Set<string>()
  const say = (spent: number, limit: number) => {
    const warnings = warningsOf([watch(spent, limit)], false, (key) => told.has(key))
    for (const { key } of warnings) told.add(key)
    return warnings.length
  }
  expect([say(4, 5), say(4.5, 5), say(5, 5), say(9, 5), say(9, 10), say(9.5, 10)]).toEqual([1, 0, 1, 0, 1, 0])
})

it('what is found at one look is one message', () => {
  const warnings = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ key: `${at}`, title: `S${at}: used up`, hint: 'h' }))
  expect(sayTogether([])).toBeUndefined()
  expect(sayTogether(warnings(1))).toMatchObject({ title: 'S0: used up', hint: 'h' })
  expect(sayTogether(warnings(2))).toEqual({
    title: '2 budgets are used up or nearly used up',
    hint: 'S0: used up. S1: used up.',
  })
  expect(sayTogether(warnings(20))?.hint).toBe('S0: used up. S1: used up. S2: used up, and 17 more.')
})
