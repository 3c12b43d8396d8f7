import { createRoot, createSignal } from 'solid-js'
import { expect, it, vi } from 'vitest'
import { createReadings } from './create-readings.ts'
import type { CountedRow } from './tally.ts'

const row = (updated: number, cost = 1) => ({ id: `ses_${updated}`, updated, cost }) as CountedRow

/** A server with these rows, two a page. `seen`: what was shown as each page was asked for. */
function open(all: CountedRow[]) {
  const server = { all, now: 0 }
  return createRoot((dispose) => {
    const [since, setSince] = createSignal(0)
    const seen: unknown[] = []
    const readPage = vi.fn((_: string, cursor: string | undefined) => {
      seen.push([cursor, shown(), state()?.shown?.asOf, state()?.busy])
      const from = Number(cursor ?? 0)
      const next = from + 2 < server.all.length ? String(from + 2) : null
      return Promise.resolve({ rows: server.all.slice(from, from + 2), next })
    })
    const { servers, read } = createReadings(since, readPage, () => server.now)
    const state = () => servers()['a']
    const shown = () => state()?.shown?.rows.map(({ updated }) => updated)
    return {
      server,
      readPage,
      seen,
      shown,
      state,
      setSince,
      read: (isAnew = false) => read('a', isAnew),
      dispose,
    }
  })
}
const four = [row(9), row(8), row(7), row(6)]

it('what is read first shows page by page', async () => {
  const { read, seen, shown, dispose } = open(four)
  await read()
  expect(seen).toEqual([
    [undefined, undefined, undefined, true],
    ['2', [9, 8], 0, true],
  ])
  expect(shown()).toEqual([9, 8, 7, 6])
  dispose()
})

it('what is read anew takes the place of what was read before at once, and says from when it is', async () => {
  const { server, read, seen, shown, state, dispose } = open(four)
  await read()
  const [, eight] = state()?.shown?.rows ?? []
  Object.assign(server, { all: [row(10), row(9, 5), row(8), row(7)], now: 5 })
  await read(true)
  expect(seen.slice(2)).toEqual([
    [undefined, [9, 8, 7, 6], 0, true],
    ['2', [9, 8, 7, 6], 0, true],
  ])
  expect([shown(), state()?.shown?.asOf, state()?.busy]).toEqual([[10, 9, 8, 7], 5, false])
  expect(state()?.shown?.rows[2]).toBe(eight)
  dispose()
})

it('what failed at once is asked for again: what is shown is from before', async () => {
  const { server, read, readPage, shown, state, dispose } = open(four)
  await read()
  server.all = [row(10), row(9)]
  readPage.mockRejectedValueOnce(new Error('gone'))
  await read(true)
  expect([shown(), state()?.problem?.message, state()?.busy]).toEqual([[9, 8, 7, 6], 'gone', false])
  await read()
  expect([shown(), state()?.problem]).toEqual([[10, 9], undefined])
  dispose()
})

it('a failure leaves the figures as they were, and the next try goes on with the new ones', async () => {
  const { server, read, readPage, shown, state, dispose } = open(four)
  await read()
  server.all = [row(10), row(9), row(8)]
  readPage.mockImplementationOnce(() => Promise.resolve({ rows: [row(10), row(9)], next: '2' }))
  readPage.mockRejectedValueOnce(new Error('gone'))
  await read(true)
  expect([shown(), state()?.problem?.message]).toEqual([[9, 8, 7, 6], 'gone'])
  readPage.mockClear()
  await read()
  expect(readPage.mock.calls).toEqual([['a', '2']])
  expect([shown(), state()?.problem]).toEqual([[10, 9, 8], undefined])
  dispose()
})

it('a longer range goes on where the shorter one ended, unless that is long ago', async () => {
  const { server, read, readPage, setSince, shown, dispose } = open([...four, row(5), row(4)])
  setSince(8.5)
  await read()
  setSince(6.5)
  readPage.mockClear()
  await read()
  expect([readPage.mock.calls, shown()]).toEqual([[['a', '2']], [9, 8, 7, 6]])
  // One that was not read yet goes on, and is the first now.
  Object.assign(server, { all: [row(10), ...four, row(5)], now: 60_000 })
  setSince(0)
  await read()
  expect(shown()).toEqual([10, 9, 8, 7, 6, 5])
  dispose()
})

it('figures of a shorter range do not stand for those of a longer one, however old they are', async () => {
  const { server, read, readPage, seen, setSince, shown, state, dispose } = open([...four, row(5), row(4)])
  setSince(8.5)
  await read()
  server.now = 60_000
  setSince(0)
  readPage.mockClear()
  seen.length = 0
  await read()
  expect(seen).toEqual([
    [undefined, undefined, undefined, true],
    ['2', [9, 8], 60_000, true],
    ['4', [9, 8, 7, 6], 60_000, true],
  ])
  expect([shown(), state()?.anew]).toEqual([[9, 8, 7, 6, 5, 4], undefined])
  dispose()
})

it('nor do they while what was to replace them goes on further', async () => {
  const { read, readPage, setSince, shown, state, dispose } = open(four)
  setSince(8.5)
  await read()
  readPage.mockImplementationOnce(() => Promise.resolve({ rows: [row(10)], next: '1' }))
  readPage.mockRejectedValueOnce(new Error('gone'))
  await read(true)
  expect([shown(), state()?.anew?.rows.length]).toEqual([[9, 8], 1])
  setSince(0)
  readPage.mockRejectedValueOnce(new Error('gone'))
  await read()
  expect([shown(), state()?.anew, state()?.problem?.message]).toEqual([[10], undefined, 'gone'])
  dispose()
})
