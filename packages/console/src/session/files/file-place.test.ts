import { expect, test } from 'vitest'
import { placeIn } from './file-place.ts'

test.each([
  ['src/a.ts', 'src/a.ts'],
  ['./src//a.ts', 'src/a.ts'],
  ['src/../a.ts', 'a.ts'],
  ['/p/src/a.ts', 'src/a.ts'],
  ['/p/../etc/passwd', undefined],
  ['/pp/a.ts', undefined],
  ['/etc/passwd', undefined],
  ['../a.ts', undefined],
  ['a/../../b', undefined],
  ['.', undefined],
  ['', undefined],
  ['/p', undefined],
])('from /p, %j is %j', (path, expected) => {
  expect(placeIn('/p', path)).toBe(expected)
  expect(placeIn('/p/', path)).toBe(expected)
})

test('from the root every absolute path is inside', () => {
  expect(placeIn('/', '/etc/hosts')).toBe('etc/hosts')
})
