import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasHidden, shownPath } from './shown-path.ts'

const rule = (secret: string) => ['permission', 'bash', `curl -H 'Authorization: Bearer ${secret}' *`]

test('a rule that holds a secret is told without it, always as the same', () => {
  const [, , told = ''] = shownPath(rule('sk-1'))
  expect(told).toMatch(/^curl -H 'Authorization: Bearer \{hidden:[\da-f]{12}\}' \*$/)
  expect(shownPath(rule('sk-1'))).toEqual(shownPath(rule('sk-1')))
  expect(shownPath(rule('sk-1'))).not.toEqual(shownPath(rule('sk-2')))
  expect(hasHidden(shownPath(rule('sk-1')))).toBe(true)
})

test('names that stand for themselves are told as they are', () => {
  const path = ['mcp', 'auth', 'headers', 'Authorization']
  expect(shownPath(path)).toEqual(path)
  expect(hasHidden(path)).toBe(false)
})

test('what is planted as a name is in no path that is told', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z0-9]{4,40}$/), (secret) => {
      expect(shownPath(rule(`Q${secret}`)).join()).not.toContain(`Q${secret}`)
    }),
  )
})
