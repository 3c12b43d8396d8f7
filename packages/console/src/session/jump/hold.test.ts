import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdAt } from './hold.ts'

const frames: (() => void)[] = []
let own: (() => void) | undefined
beforeEach(() => {
  frames.length = 0
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
  vi.stubGlobal('addEventListener', (name: string, run: () => void, { signal }: { signal: AbortSignal }) => {
    if (name === 'wheel' && !signal.aborted) own = run
  })
})
afterEach(() => void vi.unstubAllGlobals())

function hold(offBy: () => number | undefined) {
  const scroller = { scrollTop: 0 }
  holdAt(scroller as HTMLElement, offBy)
  return { scroller, frame: () => frames.shift()?.() }
}

test('it is held while what is around it grows, for a while', () => {
  let off = 300
  const { scroller, frame } = hold(() => off)
  expect(scroller.scrollTop).toBe(300)
  off = 0.5
  frame()
  expect(scroller.scrollTop).toBe(300)
  off = 40
  frame()
  expect(scroller.scrollTop).toBe(340)
  off = 0
  for (let count = 0; count < 100; count += 1) frame()
  expect(frames).toEqual([])
})

test.each<[string, () => number | undefined, () => void]>([
  ['the reader moves', () => 10, () => own?.()],
  ['it is gone', () => undefined, () => undefined],
])('it is let go when %s', (_, offBy, happen) => {
  const { scroller, frame } = hold(offBy)
  const before = scroller.scrollTop
  happen()
  frame()
  expect([scroller.scrollTop, frames]).toEqual([before, []])
})
