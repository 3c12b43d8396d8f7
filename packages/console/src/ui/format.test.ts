import { assert, maxSafeNat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatClock,
  formatCompact,
  formatCost,
  formatCount,
  formatDuration,
  formatElapsed,
  formatExact,
  formatPercent,
  formatPlural,
  formatRelative,
} from './format.ts'

const now = new Date(2026, 5, 15, 12, 0, 0).getTime()
const minutes = (count: number) => count * 60_000

describe('formatRelative', () => {
  it.each([
    [-5000, 'now'],
    [0, 'now'],
    [59_999, 'now'],
    [minutes(1), '1 min'],
    [minutes(59.9), '59 min'],
    [minutes(60), '1 h'],
    [minutes(60 * 23.9), '23 h'],
    [minutes(60 * 24), '1 d'],
    [minutes(60 * 24 * 6.9), '6 d'],
    [minutes(60 * 24 * 7), 'Jun 8'],
    [minutes(60 * 24 * 365), 'Jun 15, 2025'],
  ])('%d ms ago is %s', (age, text) => expect(formatRelative(now - age, now)).toBe(text))
})

it.each([
  [-1, '0:00'],
  [0, '0:00'],
  [42_900, '0:42'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [725_000, '12:05'],
  [3_753_000, '1:02:33'],
])('elapsed %d is %s', (ms, text) => expect(formatElapsed(ms)).toBe(text))

it.each([
  [-5, '0 ms'],
  [12.4, '12 ms'],
  [999.4, '999 ms'],
  [1000, '1.0 s'],
  [3149, '3.1 s'],
  [9999, '9.9 s'],
  [10_000, '10 s'],
  [59_999, '59 s'],
  [60_000, '1 m 0 s'],
  [3_599_999, '59 m 59 s'],
  [3_600_000, '1 h 0 m'],
  [7_380_000, '2 h 3 m'],
  [125_000, '2 m 5 s'],
  [3_840_000, '1 h 4 m'],
])('duration %d is %s', (ms, text) => expect(formatDuration(ms)).toBe(text))

it.each([
  [-1, '0 B'],
  [0, '0 B'],
  [999, '999 B'],
  [999.5, '0.98 KB'],
  [1000, '0.98 KB'],
  [1024, '1.0 KB'],
  [1024 * 9.94, '9.9 KB'],
  [1024 * 9.95, '10 KB'],
  [1434, '1.4 KB'],
  [1024 ** 2 * 412, '412 MB'],
  [1024 ** 3 * 1.5, '1.5 GB'],
  [1024 ** 4 * 2, '2.0 TB'],
  [1024 ** 4 * 2000, '2000 TB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))

it('keeps every size within seven characters', () =>
  assert(property(maxSafeNat(), (bytes) => formatBytes(bytes).length <= 7)))

it.each([
  [950, '950'],
  [999, '999'],
  [1000, '1k'],
  [99_499, '99.5k'],
  [99_500, '100k'],
  [12_345, '12.3k'],
  [999_499, '999k'],
  [999_500, '1M'],
  [1_200_000, '1.2M'],
  [123_400_000, '123M'],
])('%d in short is %s', (count, text) => expect(formatCompact(count)).toBe(text))

it('writes counts, shares, prices and plurals', () => {
  expect(formatCount(12_345)).toBe('12,345')
  expect(formatPercent(38, 100)).toBe('38%')
  expect(formatPercent(1, 3)).toBe('33%')
  expect(formatPercent(7)).toBe('7%')
  expect(formatPercent(1, 0)).toBe('0%')
  expect(formatPercent(1, -1)).toBe('0%')
  expect(formatCost(0)).toBe('$0.00')
  expect(formatCost(0.0042)).toBe('$0.0042')
  expect(formatCost(0.0099)).toBe('$0.0099')
  expect(formatCost(0.01)).toBe('$0.01')
  expect(formatCost(1.3)).toBe('$1.30')
  expect(formatCost(12_345.678)).toBe('$12,345.68')
  expect(formatPlural(0, 'file')).toBe('0 files')
  expect(formatPlural(1000, 'file')).toBe('1,000 files')
  expect(formatPlural(1, 'file')).toBe('1 file')
  expect(formatPlural(2, 'entry', 'entries')).toBe('2 entries')
})

it('writes moments in full, and times of day to the second', () => {
  expect(formatClock(new Date(2026, 5, 15, 7, 5, 3).getTime())).toBe('07:05:03')
  expect(formatClock(new Date(2026, 5, 15, 0, 0, 0).getTime())).toBe('00:00:00')
  expect(formatExact(now)).toMatch(/^Jun 15, 2026, 12:00:00\sPM$/)
})
