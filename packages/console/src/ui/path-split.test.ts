import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { baseName, splitPath, tildePath } from './path-split.ts'

it.each([
  ['src/auth.ts', 'src', '/auth.ts'],
  ['/home/me/app', '/home/me', '/app'],
  ['/home/me/app/', '/home/me', '/app/'],
  ['C:\\work\\app', 'C:\\work', '\\app'],
  ['file.ts', '', 'file.ts'],
  ['/w/a\\b', '/w', '/a\\b'],
  ['/etc', '', '/etc'],
  ['/', '', '/'],
  ['', '', ''],
])('splits %j', (path, head, tail) => expect(splitPath(path)).toEqual({ head, tail }))

it('loses no character', () =>
  assert(
    property(string(), (path) => {
      const { head, tail } = splitPath(path)
      return head + tail === path
    }),
  ))

it.each([
  ['/home/me/app/', 'app'],
  ['/', '/'],
  ['app', 'app'],
  ['/w/a\\b', 'a\\b'],
  ['C:\\work\\app\\', 'app'],
])('the last segment of %j is %j', (path, name) => expect(baseName(path)).toBe(name))

it.each([
  ['/home/me/app', '/home/me', '~/app'],
  ['/home/me', '/home/me', '~'],
  ['/home/men', '/home/me', '/home/men'],
  ['/srv', undefined, '/srv'],
  ['/srv', '/', '/srv'],
  ['/home/me/', '/home/me', '~'],
  ['C:\\Users\\me\\app', 'C:\\Users\\me', '~\\app'],
])('%j seen from home %j is %j', (path, home, text) => expect(tildePath(path, home)).toBe(text))
