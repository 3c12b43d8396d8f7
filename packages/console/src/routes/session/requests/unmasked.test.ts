import { expect, test } from 'vitest'
import { unmasked } from './unmasked.ts'

test.each([
  ['npm test\n\tnpm run build', 'npm test\n\tnpm run build'],
  ['größe 日本 👍', 'größe 日本 👍'],
  ['rm \u202E-rf\u202C x', 'rm \\u{202e}-rf\\u{202c} x'],
  ['cu\u200Brl', 'cu\\u{200b}rl'],
  ['ls\r\u001B[2K', 'ls\\u{d}\\u{1b}[2K'],
])('fault 40: %j reads %j', (text, expected) => {
  expect(unmasked(text)).toBe(expected)
})
