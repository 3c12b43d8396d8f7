import { expect, it } from 'vitest'
import { placeTooltip } from './tooltip-place.ts'

const viewport = { width: 400, height: 300 }
const size = { width: 100, height: 20 }
const anchor = (left: number, top: number) => ({ left, top, width: 20, height: 20 })

it.each([
  ['below and centred', anchor(200, 100), { left: 160, top: 120 }],
  ['above at the bottom', anchor(200, 270), { left: 160, top: 250 }],
  ['inside at the left', anchor(0, 100), { left: 8, top: 120 }],
  ['inside at the right', anchor(380, 100), { left: 292, top: 120 }],
])('places it %s', (_, at, expected) => expect(placeTooltip(at, size, viewport)).toEqual(expected))

it('stays on a screen that is too low for it', () =>
  expect(placeTooltip(anchor(200, 4), size, { width: 400, height: 30 }).top).toBe(8))
