import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeSizeReport } from './size-report.ts'
import type { Size } from '../screen/screen.ts'

const told: Size[] = []
/** Lets the call that runs come back. */
let answer = () => {}
let fail: (error: Error) => void = () => {}

vi.mock('../../sdk/engine.ts', () => ({
  engine: () => ({
    pty: {
      update({ size }: { size: Size }) {
        told.push(size)
        return new Promise<void>((resolve, reject) => {
          answer = resolve
          fail = reject
        })
      },
    },
  }),
  unwrap: (call: Promise<void>) => call,
}))

const place = { serverId: 'daemon', ptyId: 'pty_1', directory: '/a' }
const size = (cols: number, rows = 24): Size => ({ cols, rows })

async function answerAll(): Promise<void> {
  for (let seen = -1; seen !== told.length;) {
    seen = told.length
    answer()
    await vi.advanceTimersByTimeAsync(0)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  told.splice(0)
})
afterEach(() => void vi.useRealTimers())

describe('fault 52: telling the engine a size', () => {
  it('a thousand at once are the first and the last', async () => {
    const report = makeSizeReport(place)
    for (let cols = 1; cols <= 1000; cols += 1) report.tell(size(cols))
    await answerAll()
    expect(told).toEqual([size(1), size(1000)])
  })

  it('one that is told later is told again, whatever it was before', async () => {
    const report = makeSizeReport(place)
    for (const cols of [80, 100, 80]) {
      report.tell(size(cols))
      await answerAll()
    }
    expect(told.map(({ cols }) => cols)).toEqual([80, 100, 80])
  })

  it('one that failed is no news: the next is told', async () => {
    const report = makeSizeReport(place)
    report.tell(size(80))
    report.tell(size(100))
    fail(new Error('gone'))
    await answerAll()
    expect(told).toEqual([size(80), size(100)])
  })

  it.each([
    [24, 23],
    [2, 1],
    [1, 2],
  ])('a repaint of %i rows goes by %i and comes back', async (rows, beside) => {
    const report = makeSizeReport(place)
    report.repaint(size(80, rows))
    await answerAll()
    expect(told).toEqual([size(80, beside), size(80, rows)])
  })
})
