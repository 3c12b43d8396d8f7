import { expect, test } from 'vitest'
import { nextTheme, type Theme } from './preferences.ts'

test.each([
  ['light', ['dark', 'light', 'system']],
  ['dark', ['light', 'dark', 'system']],
] as const)('where the system is %s, the theme goes through %j', (system, expected) => {
  const seen: Theme[] = []
  for (let theme: Theme = 'system'; seen.length < 3; seen.push(theme)) theme = nextTheme(theme, system)
  expect(seen).toEqual(expected)
  // Whoever presses it sees something happen.
  expect(seen[0]).not.toBe(system)
})
