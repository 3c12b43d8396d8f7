import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enginePath } from './engine-path.ts'

test.each([
  ['/session', '/session'],
  ['/session/', '/session/'],
  ['/session?limit=1&directory=%2Fa%20b', '/session?limit=1&directory=%2Fa%20b'],
  ['/session?directory=/a/../b', '/session?directory=/a/../b'],
  ['/session?auth_token=x', '/session'],
  ['/session?a=1&auth_token=x&b=2', '/session?a=1&b=2'],
  ['/session?a=1&AUTH%5Ftoken', '/session?a=1'],
  ['/session?%zz=1&auth_token=x', '/session?%zz=1'],
  ['/mcp/a%20b', '/mcp/a%20b'],
])('fault 38: %s goes on as %s', (rest, path) => {
  expect(enginePath(rest)).toBe(path)
})

test.each([
  ['/pty?directory=%2Fa%2520b', '/pty?directory=%2Fa%252520b'],
  ['/pty?limit=1&directory=%2F100%25&ticket=%25', '/pty?limit=1&directory=%2F100%2525&ticket=%25'],
])('fault 71: a per cent sign in a folder’s name survives the engine: %s goes on as %s', (rest, path) => {
  expect(enginePath(rest)).toBe(path)
})

test.each([
  '',
  '?a=1',
  'session',
  'ab/session',
  '//evil',
  '//evil.test/x',
  '/a//b',
  '/../x',
  '/a/..',
  '/a/./b',
  '/%2e%2e/x',
  '/.%2E/x',
  '/..%2f',
  '/a%2Fb',
  '/a%5cb',
  '/a\\b',
  '/a#b',
  '/a?b#c',
  '/%',
  '/%zz',
  '/%ff',
  '/%00',
  '/a%0d%0ab',
  '/a b',
  '/a\tb',
  '/a?b\r\nHost: evil',
  '/é',
])('fault 38: %j is refused', (rest) => {
  expect(enginePath(rest)).toBeNull()
})

test('fault 38: what goes on is read as the same path by a URL parser, on the same host', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (rest) => {
      const path = enginePath(`/${rest}`)
      if (path === null) return
      const url = new URL(`http://engine.test${path}`)
      expect(url.host).toBe('engine.test')
      expect(url.hash).toBe('')
      // A parser writes some of the characters in their encoded form: the same path.
      expect(decodeURIComponent(url.pathname)).toBe(decodeURIComponent(path.split('?')[0] ?? ''))
    }),
  )
})
