import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { baseName, printablePath, segmentsOf, splitPath, tildePath } from './path-split.ts'

it.each([
  ['src/auth.ts', 'src', '/auth.ts'],
  ['/home/me/app', '/home/me', '/app'],
  ['/home/me/app/', '/home/me', '/app/'],
  ['C:\\work\\app', 'C:\\work', '\\app'],
  ['file.ts', '', 'file.ts'],
  ['/w/a\\b', '/w', '/a\\b'],
  ['/etc', '', '/etc'],
  ['/etc/', '', '/etc/'],
  ['a/', '', 'a/'],
  ['a/b\\c', 'a/b', '\\c'],
  ['a\\b/c', 'a\\b', '/c'],
  ['a//', 'a', '//'],
  ['//', '', '//'],
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
  ['', ''],
  ['//', '//'],
  ['C:\\', 'C:'],
  ['C:\\work\\app\\', 'app'],
])('the last segment of %j is %j', (path, name) => expect(baseName(path)).toBe(name))

it.each([
  ['/home/me/app', '/home/me', '~/app'],
  ['/home/me', '/home/me', '~'],
  ['/home/men', '/home/me', '/home/men'],
  ['/srv', undefined, '/srv'],
  ['/srv', '/', '/srv'],
  ['/', '/', '/'],
  ['/srv', '', '/srv'],
  ['/home/me/app', '/home/me/', '~/app'],
  ['/x/home/me', '/home/me', '/x/home/me'],
  ['/home/me//', '/home/me', '~'],
  ['/home/me\\x', '/home/me', '/home/me\\x'],
  ['/home/me/', '/home/me', '~'],
  ['C:\\Users\\me\\app', 'C:\\Users\\me', '~\\app'],
  ['C:\\work', 'C:\\', 'C:\\work'],
  ['C:\\', 'C:\\\\', '~'],
  // The folder one is in on that drive, not its root.
  ['C:', 'C:\\', 'C:'],
  ['xC:\\work', 'xC:\\', '~\\work'],
  ['C:x\\work', 'C:x\\', '~\\work'],
])('%j seen from home %j is %j', (path, home, text) => expect(tildePath(path, home)).toBe(text))

it.each([
  ['/a/b', ['', 'a', 'b']],
  ['/a/b/', ['', 'a', 'b']],
  ['//b', ['', '', 'b']],
  ['/', ['']],
  ['', ['']],
  ['a', ['a']],
  ['C:\\a\\b', ['C:', 'a', 'b']],
  ['C:\\', ['C:']],
  ['a/b\\c', ['a', 'b', 'c']],
  ['/a\\b', ['', 'a\\b']],
])('%j has the segments %j', (path, segments) => expect(segmentsOf(path)).toEqual(segments))

it.each([
  ['a\nb', 'a␊b'],
  ['a\u0000\u001fb', 'a␀␟b'],
  ['a\u007f\u0085b', 'a␡\ufffdb'],
  ['a\u202eb\u2028c', 'a\ufffdb\ufffdc'],
  ['a\u200e\u200f\u202a\u202d\u2066\u2069\u2029b', `a${'\ufffd'.repeat(7)}b`],
  ['größe 日本', 'größe 日本'],
])('fault 71: %j is shown as %j', (path, shown) => expect(printablePath(path)).toBe(shown))
