import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameFolder, nameFolders } from './folder-names.ts'

const HOME = '/home/me'

it.each<[string, string[], string[]]>([
  ['one folder by its last segment', ['/home/me/work/shop'], ['shop']],
  [
    'two that would read the same by what is before',
    ['/home/me/shop/api', '/home/me/blog/api'],
    ['shop/api', 'blog/api'],
  ],
  [
    'a third with a name of its own shortly',
    ['/home/me/shop/api', '/home/me/blog/api', '/home/me/web'],
    ['shop/api', 'blog/api', 'web'],
  ],
  [
    'as many segments as it takes, no more',
    ['/a/x/api', '/b/x/api', '/b/y/api'],
    ['a/x/api', 'b/x/api', 'y/api'],
  ],
  [
    'nine clones of one repository',
    Array.from({ length: 9 }, (_, index) => `/home/me/clone-${index}`),
    Array.from({ length: 9 }, (_, index) => `clone-${index}`),
  ],
  [
    'clones of one name in folders of their own',
    ['/home/me/a/kilo', '/home/me/b/kilo', '/srv/kilo'],
    ['a/kilo', 'b/kilo', 'srv/kilo'],
  ],
  ['a worktree beside its repository', ['/w/app', '/w/app/.worktrees/fix'], ['app', 'fix']],
  ['home by its sign', ['/home/me'], ['~']],
  ['never the home folder’s path', ['/home/me/shop', '/srv/shop'], ['~/shop', 'srv/shop']],
  ['a folder that is called ~', ['/home/me', '/home/me/~'], ['~', '~/~']],
  ['a folder whose path begins like home', ['/home/men/shop', '/home/me/shop'], ['men/shop', '~/shop']],
  ['the root', ['/', '/srv'], ['/', 'srv']],
  ['one at the root and one below', ['/api', '/a/api'], ['/api', 'a/api']],
  ['slashes at the end', ['/srv/shop/'], ['shop']],
  ['spaces, quotes, # and %', ['/w/my "shop" #1 100%', '/w/a%2Fb'], ['my "shop" #1 100%', 'a%2Fb']],
  ['a line end, seen', ['/w/two\nlines', '/w/two lines'], ['two␊lines', 'two lines']],
  ['letters that turn others around, seen', ['/w/a\u202Eb'], ['a\uFFFDb']],
  [
    'letters that are shown alike, by all that there is',
    ['/w/a\u202Eb', '/w/a\u202Db'],
    ['/w/a\uFFFDb', '/w/a\uFFFDb'],
  ],
  ['other scripts', ['/w/日本', '/w/ünï'], ['日本', 'ünï']],
  ['a backslash as the letter that it is', ['/w/a\\b', '/w/b'], ['a\\b', 'b']],
  ['Windows', ['C:\\work\\shop', 'D:\\work\\shop', 'C:\\'], ['C:\\work\\shop', 'D:\\work\\shop', 'C:']],
])('fault 71: names %s', (_, directories, names) =>
  expect(directories.map((directory) => nameFolders(directories, HOME).get(directory))).toEqual(names),
)

it('fault 71: a home on Windows has its sign too', () =>
  expect([
    ...nameFolders(['C:\\Users\\me\\shop', 'D:\\shop', 'C:\\Users\\me'], 'C:\\Users\\me').values(),
  ]).toEqual(['~', '~\\shop', 'D:\\shop']))

const segment = fc.constantFrom('a', 'b', 'app', 'x y', '~', 'é', '\n')
const folder = fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join('/')}`)

it('fault 71: no two folders have one name, and none has more than it takes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(folder, { minLength: 1, maxLength: 12 }), (directories) => {
      const names = nameFolders(directories, HOME)
      expect(new Set(names.values()).size).toBe(directories.length)
      for (const directory of directories) {
        const short = nameFolder(directory, HOME)
        if (directories.every((other) => other === directory || nameFolder(other, HOME) !== short))
          expect(names.get(directory)).toBe(short)
      }
    }),
  )
})
