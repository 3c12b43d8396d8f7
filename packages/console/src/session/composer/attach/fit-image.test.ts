import { expect, test } from 'vitest'
import { attachLimits } from './attach-limits.ts'
import { attemptsFor, fitSize, isFine } from './fit-image.ts'

test.each([
  [
    { width: 100, height: 50 },
    { width: 100, height: 50 },
  ],
  [
    { width: 4000, height: 3000 },
    { width: 2000, height: 1500 },
  ],
  [
    { width: 300, height: 6000 },
    { width: 100, height: 2000 },
  ],
  [
    { width: 90_000, height: 3 },
    { width: 2000, height: 1 },
  ],
])('%j becomes %j', (given, expected) => expect(fitSize(given)).toEqual(expected))

test('fault 79: only what models take goes as it is', () => {
  const small = { width: 10, height: 10 }
  expect(isFine({ size: 1000, type: 'image/png' }, small)).toBe(true)
  expect(isFine({ size: 1000, type: 'image/avif' }, small)).toBe(false)
  expect(isFine({ size: 1000, type: 'image/svg+xml' }, small)).toBe(false)
  expect(isFine({ size: attachLimits.fileBytes + 1, type: 'image/png' }, small)).toBe(false)
  expect(isFine({ size: 1000, type: 'image/png' }, { width: 2001, height: 1 })).toBe(false)
})

test('a drawing is tried as one first, a photo never', () => {
  expect(attemptsFor('image/png')[0]?.type).toBe('image/png')
  expect(attemptsFor('image/jpeg').map(({ type }) => type)).not.toContain('image/png')
  expect(attemptsFor('image/jpeg').length).toBeGreaterThan(1)
})
