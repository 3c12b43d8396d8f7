import { expect, it } from 'vitest'
import { TOUCH_KEYS, withCtrl } from './touch-keys.ts'

it.each([
  ['c', '\u0003'],
  ['C', '\u0003'],
  ['d', '\u0004'],
  ['@', '\0'],
  [' ', '\0'],
  ['[', '\u001B'],
  ['_', '\u001F'],
  ['?', '\u007F'],
  ['1', '1'],
  ['é', 'é'],
  ['\u001B[A', '\u001B[A'],
  ['ab', 'ab'],
])('Ctrl with %j is %j', (text, control) => {
  expect(withCtrl(text)).toBe(control)
})

it('sends arrows as the program asked for them', () => {
  const up = TOUCH_KEYS.find(({ name }) => name === 'Up')
  expect(up?.input(false)).toBe('\u001B[A')
  expect(up?.input(true)).toBe('\u001BOA')
})
