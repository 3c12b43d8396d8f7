import { afterEach, expect, test } from 'vitest'
import { makeFigures, type Figures } from './figures.ts'

let figures: Figures
afterEach(() => figures.dispose())

test('samples the process that is meant now, and none while there is none', async () => {
  let pid: number | undefined
  figures = makeFigures(() => pid)
  await figures.take()
  expect(figures.samples()).toEqual([])
  pid = process.pid
  await figures.take()
  await figures.take()
  const [first, second] = figures.samples()
  expect(first?.rssBytes).toBeGreaterThan(1e7)
  expect(first?.cpuPercent).toBeGreaterThanOrEqual(0)
  expect(second?.at).toBeGreaterThanOrEqual(first?.at ?? Infinity)
  pid = undefined
  await figures.take()
  expect(figures.samples()).toHaveLength(2)
})

test('keeps ten minutes', async () => {
  figures = makeFigures(() => process.pid)
  for (let taken = 0; taken < 130; taken++) await figures.take()
  expect(figures.samples()).toHaveLength(120)
  expect((120 * figures.everyMs) / 60_000).toBe(10)
})
