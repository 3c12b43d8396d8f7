import { expect, test } from 'vitest'
import { firstBox, offCentre } from './into-view.ts'

const box = (top: number, width: number, height: number) =>
  ({ top, bottom: top + height, width, height }) as DOMRect
const nothing = box(0, 0, 0)

test('what is not drawn is not brought into view: what it stands in is', () => {
  const part = box(900, 600, 40)
  expect(firstBox([nothing, part, box(800, 600, 300)])).toBe(part)
  expect(firstBox([nothing, nothing])).toBeUndefined()
})

test('an empty line has a box, and so has the place between two letters', () => {
  expect(firstBox([box(10, 600, 0)])?.top).toBe(10)
  expect(firstBox([box(10, 0, 18)])?.top).toBe(10)
})

test.each([
  ['in sight', 300, 0],
  ['beneath the bar', 110, -210],
  ['below', 900, 580],
])('%s', (_, top, expected) => {
  const outer = {
    getBoundingClientRect: () => box(100, 600, 660),
    clientHeight: 660,
  } as unknown as HTMLElement
  expect(offCentre(box(top, 50, 18), outer, 64)).toBe(expected)
})
