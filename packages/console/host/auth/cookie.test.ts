import { expect, test } from 'vitest'
import { cookieValues, setCookie } from './cookie.ts'

test.each([
  [undefined, []],
  ['', []],
  ['other=1', []],
  ['kilo_console_4117=a', ['a']],
  ['x=1; kilo_console_4117=a; kilo_console_4118=b', ['a']],
  ['kilo_console_4117=a;kilo_console_4117=b', ['a', 'b']],
  ['xkilo_console_4117=a', []],
])('%j holds %j', (header, values) => {
  expect(cookieValues(header, 'kilo_console_4117')).toEqual(values)
})

test('no script reads it, no other site sends it, no other path sees it', () => {
  expect(setCookie('n', 'v', '/kilo/', 60)).toBe('n=v; Path=/kilo/; Max-Age=60; HttpOnly; SameSite=Strict')
})
