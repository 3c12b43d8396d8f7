import { expect, test } from 'vitest'
import { cookieName, cookieValues, setCookie } from './cookie.ts'
import { newSecret } from './secret.ts'

const NAME = 'kilo_console_4117'
const [a, b] = [newSecret(), newSecret()]

test.each([
  [undefined, []],
  ['', []],
  ['other=1', []],
  [`${NAME}=${a}`, [a]],
  [`x=1; ${NAME}=${a}; kilo_console_4118=${b}`, [a]],
  [`${NAME}=${a};${NAME}=${b}`, [a, b]],
  [`x${NAME}=${a}`, []],
  [`x=${NAME}=${a}`, []],
  [`${NAME}=planted; ${NAME}=; ${NAME}=${a}x; ${NAME}=${a}`, [a]],
])('%j holds %j', (header, values) => {
  expect(cookieValues(header, NAME)).toEqual(values)
})

test('fault 58: ours is found behind as many planted ones as a browser keeps, in cookies of 160 KB', () => {
  const planted = Array.from({ length: 180 }, () => `${NAME}=${newSecret()}`)
  const heavy = Array.from({ length: 40 }, (_, at) => `heavy${at}=${'x'.repeat(4000)}`)
  expect(cookieValues([...planted, ...heavy, `${NAME}=${a}`].join('; '), NAME)).toContain(a)
})

test('more than a browser keeps are not looked at, and each console has a name of its own', () => {
  const many = Array.from({ length: 300 }, newSecret)
  expect(cookieValues(many.map((value) => `${NAME}=${value}`).join('; '), NAME)).toEqual(many.slice(0, 256))
  expect(cookieName(4117)).toBe(NAME)
})

test('what would keep a careless pattern busy for ever holds nothing', () => {
  for (const hostile of [';'.repeat(1 << 18), `${NAME}=`.repeat(16_000), ' '.repeat(1 << 18)])
    expect(cookieValues(hostile, NAME)).toEqual([])
})

test('no script reads it, no other site sends it, no other path sees it', () => {
  expect(setCookie('n', 'v', '/kilo/', 60)).toBe('n=v; Path=/kilo/; Max-Age=60; HttpOnly; SameSite=Strict')
})
