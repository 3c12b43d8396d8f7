import { expect, test } from 'vitest'
import { dayName } from './day-name.ts'

const NOW = new Date(2026, 10, 26, 0, 30).getTime()
const at = (...date: [year: number, month: number, day: number, hour: number]) => new Date(...date).getTime()

test.each([
  ['Today', at(2026, 10, 26, 0)],
  ['Today', at(2026, 10, 26, 23)],
  ['Today', at(2026, 10, 27, 1)],
  ['Yesterday', at(2026, 10, 25, 23)],
  ['Yesterday', at(2026, 10, 25, 0)],
  ['Tuesday', at(2026, 10, 24, 23)],
  ['Friday', at(2026, 10, 20, 0)],
  ['November 2026', at(2026, 10, 19, 23)],
  ['December 2025', at(2025, 11, 1, 0)],
])('%s', (name, time) => {
  expect(dayName(time, NOW)).toBe(name)
})
