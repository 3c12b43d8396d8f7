import { expect, test } from 'vitest'
import { scopeOf } from './place.ts'

test.each([
  ['global', ''],
  ['global', '/w'],
  ['project', '/w'],
] as const)('%s settings of %j', (scope, directory) => {
  expect(scopeOf(scope, directory)).toBe(scope)
})

test.each([
  ['project', ''],
  ['everywhere', '/w'],
  [null, '/w'],
])('there are no settings %s of %j', (scope, directory) => {
  expect(() => scopeOf(scope, directory)).toThrow(expect.objectContaining({ status: 400 }) as Error)
})
