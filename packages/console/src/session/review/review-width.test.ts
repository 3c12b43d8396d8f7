import { expect, test } from 'vitest'
import { clampWidth } from './review-width.ts'

test.each([
  [500, 1200, 500],
  [100, 1200, 320],
  [1100, 1200, 820],
  [400, 500, 320],
])('%i of %i: %i', (width, room, expected) => expect(clampWidth(width, room)).toBe(expected))
