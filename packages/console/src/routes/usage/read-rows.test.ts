import { expect, it, vi } from 'vitest'
import { isCutOff, isEnough, keepSame, MOST_ROWS, readRows, unread, type Reading } from './read-rows.ts'
import type { CountedRow } from './tally.ts'

const row = (updated: number) => ({ id: `ses_${updated}`, updated }) as CountedRow
/** Pages of two: 9 and 8, 7 and 6, … */
const readPage = (cursor: string | undefined) => {
  const from = Number(cursor ?? 9)
  return Promise.resolve({ rows: [row(from), row(from - 1)], next: from > 2 ? String(from - 2) : null })
}
const read = async (start: Reading, since: number, isWanted = () => true) => {
  let last = start
  const pages = vi.fn(readPage)
  await readRows(start, since, { readPage: pages, tell: (reading) => (last = reading), isWanted })
  return { last, asked: pages.mock.calls.map(([cursor]) => cursor) }
}
const changed = ({ rows }: Reading) => rows.map(({ updated }) => updated)

it('reads until what comes is older', async () => {
  const { last, asked } = await read(unread, 6)
  expect(changed(last)).toEqual([9, 8, 7, 6, 5, 4])
  expect(asked).toEqual([undefined, '7', '5'])
})

it('a longer range goes on where the shorter one ended', async () => {
  const { last } = await read(unread, 8)
  expect((await read(last, 9)).asked).toEqual([])
  const all = await read(last, 0)
  expect(all.asked).toEqual(['5', '3', '1'])
  expect(changed(all.last)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
})

it('nobody is asked for what is not wanted any more', async () => {
  const { last, asked } = await read(unread, 0, vi.fn().mockReturnValueOnce(true).mockReturnValue(false))
  expect([last, asked]).toEqual([unread, [undefined]])
})

it('what was read before a failure is kept', async () => {
  const tell = vi.fn()
  const fails = vi.fn(readPage).mockRejectedValueOnce(new Error('gone'))
  await expect(
    readRows({ rows: [row(9)], pages: 1, next: '8' }, 0, { readPage: fails, tell, isWanted: () => true }),
  ).rejects.toThrow('gone')
  expect(tell).not.toHaveBeenCalled()
})

it('fault 63: a server that never ends is read so far and no further', () => {
  const endless: Reading = { rows: Array.from({ length: MOST_ROWS }, () => row(9)), pages: 20, next: '1' }
  expect([isEnough(endless, 0), isCutOff(endless)]).toEqual([true, true])
  expect(isCutOff({ ...endless, next: null })).toBe(false)
})

it('fault 63: a server whose pages hold nothing of use is asked so often and no more', async () => {
  let last = unread
  const readPage = vi.fn(() => Promise.resolve({ rows: [], next: '1' }))
  await readRows(unread, 0, { readPage, tell: (reading) => (last = reading), isWanted: () => true })
  expect([readPage.mock.calls.length, isCutOff(last)]).toEqual([100, true])
})

it('an empty page is not the end of a range', () =>
  expect(isEnough({ rows: [], pages: 1, next: '1' }, 5)).toBe(false))

it('of what is read anew, what is as it was is the same', () => {
  const before = [row(9), row(8)]
  const read = [row(10), { ...row(9), cost: 2 }, row(8)]
  const kept = keepSame(read, before)
  expect([kept[0] === read[0], kept[1] === read[1], kept[2] === before[1]]).toEqual([true, true, true])
})
