import { expect, test } from 'vitest'
import { baseOf, plainBase } from './console-base.ts'

test.each([
  ['', '/'],
  ['/', '/'],
  ['kilo', '/kilo/'],
  ['/kilo', '/kilo/'],
  ['//a/b//', '/a/b/'],
])('base %j is %j', (text, base) => {
  expect(plainBase(text)).toBe(base)
})

test.each(['/a b/', '/a;x/', '/../', '/a//b/', '/"><script>/', '/a?b', '/%41/', 'https://x/'])(
  'base %j is refused, in one line that names the variable',
  (text) => {
    expect(plainBase(text)).toBeUndefined()
    expect(() => baseOf({ KILO_CONSOLE_BASE: text })).toThrow(
      'KILO_CONSOLE_BASE is not a plain path such as /kilo/',
    )
  },
)

test('an environment without it, or with an empty one, asks for none', () => {
  expect([baseOf({}), baseOf({ KILO_CONSOLE_BASE: '' })]).toEqual([undefined, undefined])
})
