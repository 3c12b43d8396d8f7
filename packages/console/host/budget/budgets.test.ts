import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openBudgets } from './budgets.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-budget-'))))
afterEach(() => rm(folder, { recursive: true }))
const place = () => ({ file: join(folder, 'budget.json') })

test('a budget outlives the host, and is told', async () => {
  const changed = vi.fn()
  const budgets = await openBudgets(place(), changed)
  expect(budgets.value()).toEqual({})
  await budgets.change({ day: 5, session: 2 })
  expect(await budgets.change({ session: null, stops: true })).toEqual({ day: 5, stops: true })
  expect(changed.mock.calls).toEqual([[{}], [{ day: 5, session: 2 }]])
  expect((await openBudgets(place(), changed)).value()).toEqual({ day: 5, stops: true })
  expect((await stat(place().file)).mode & 0o777).toBe(0o600)
})

test.each([
  ['nothing', { day: 0 }],
  ['less than nothing', { session: -1 }],
  ['no number', { session: '5' }],
  ['no number at all', { session: NaN }],
  ['too much', { day: 1e9 }],
  ['something else', { week: 5 }],
  ['none at all', null],
])('%s is refused, and nothing changes', async (_, budget) => {
  const changed = vi.fn()
  const budgets = await openBudgets(place(), changed)
  await budgets.change({ day: 5 })
  await expect(budgets.change(budget)).rejects.toMatchObject({ status: 400, code: 'bad-budget' })
  expect(budgets.value()).toEqual({ day: 5 })
  expect(changed).toHaveBeenCalledOnce()
})

test('what a full disk does not take is told, and counts all the same', async () => {
  const changed = vi.fn()
  const budgets = await openBudgets({ file: join(folder, 'later', 'budget.json') }, changed)
  await writeFile(join(folder, 'later'), '')
  await expect(budgets.change({ day: 5 })).rejects.toThrow()
  expect([budgets.value(), changed.mock.calls]).toEqual([{ day: 5 }, [[{}]]])
})
