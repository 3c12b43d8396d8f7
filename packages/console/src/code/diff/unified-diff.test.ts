import { createTwoFilesPatch } from 'diff'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameOf, headOf, parsePatch } from './unified-diff.ts'

const hunksOf = (patch: string) => parsePatch(patch).flatMap(({ hunks }) => hunks)

const rowsOf = (patch: string) =>
  hunksOf(patch).flatMap((hunk) =>
    hunk.rows.map(({ before, after, text }) => `${before ?? ''}|${after ?? ''}|${text}`),
  )

test('rows carry the line numbers of both sides', () => {
  const patch = '--- a/x.ts\n+++ b/x.ts\n@@ -3,4 +3,5 @@ function x()\n a\n-b\n+B\n+C\n \n d\n'
  expect(rowsOf(patch)).toEqual(['3|3|a', '4||b', '|4|B', '|5|C', '5|6|', '6|7|d'])
  expect(hunksOf(patch)[0]?.context).toBe('function x()')
})

test.each([
  ['nothing', '', {}],
  ['prose', 'all good here\n', {}],
  ['a new file', '--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+x\n', { binary: false, change: 'added', hunks: 1 }],
  ['a new empty file', 'new file mode 100644\n', { binary: false, change: 'added', hunks: 0 }],
  [
    'a deleted file',
    '--- a/n\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n',
    { binary: false, change: 'deleted', hunks: 1 },
  ],
  [
    'a binary with its bytes',
    'GIT binary patch\nliteral 1\n',
    { binary: true, change: 'modified', hunks: 0 },
  ],
  ['a binary', 'Binary files a/x.png and b/x.png differ\n', { binary: true, change: 'modified', hunks: 0 }],
  ['a new name', 'rename from a.ts\nrename to b.ts\n', { binary: false, change: 'renamed', hunks: 0 }],
  [
    'two names that say the same',
    'Index: a\n===\n--- a/x\t2026\n+++ b/x\t\n@@ -1 +1 @@\n-x\n+y\n',
    { binary: false, change: 'modified', hunks: 1 },
  ],
])('%s', (_, patch, expected) => {
  const [file, ...others] = parsePatch(patch)
  expect({ binary: file?.binary, change: file?.change, hunks: file?.hunks.length }).toEqual(expected)
  expect(others).toEqual([])
})

test('a hunk of one line on one side ends with it', () => {
  expect(rowsOf('@@ -1 +0,0 @@\n-x\nprose\n')).toEqual(['1||x'])
  expect(rowsOf('@@ -0,0 +1 @@\n+x\nprose\n')).toEqual(['|1|x'])
})

test('the function around may hold what looks like an end of a line; prose with a head within is none', () => {
  const [hunk] = hunksOf('@@ -1 +1 @@ const a = "\u2028\r"\n-x\n+y\n')
  expect([hunk?.context, hunk?.rows.length]).toEqual(['const a = "\u2028\r"', 2])
  expect(hunksOf('see @@ -1 +1 @@\n-x\n+y\n')).toEqual([])
})

test('a missing end of a line that no line has says nothing', () => {
  expect(parsePatch('\\ No newline at end of file\n')).toEqual([])
  expect(rowsOf('@@ -1 +1 @@\n\\ No newline at end of file\n-x\n+y\n')).toEqual(['1||x', '|1|y'])
})

test('lines of a hunk that look like heads are text', () => {
  const patch = '@@ -1,2 +1,2 @@\n--- old\n+++ new\n @@ -1 +1 @@\n@@ -9 +9 @@\n-x\n+y\n'
  expect(rowsOf(patch)).toEqual(['1||-- old', '|1|++ new', '2|2|@@ -1 +1 @@', '9||x', '|9|y'])
})

test('a file that does not end in a newline says so', () => {
  const [hunk] = hunksOf('@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n')
  expect(hunk?.rows.map((row) => row.unended ?? false)).toEqual([true, false])
})

test('both sides can be put together again from any diff', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', '', '-', '+', '@@ -1 +1 @@', '--- x', '\\'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const text = (side: string[]) => side.map((line) => `${line}\n`).join('')
      const patch = createTwoFilesPatch('x', 'x', text(before), text(after), '', '', { context: 99 })
      const rows = hunksOf(patch).flatMap((hunk) => hunk.rows)
      const changed = text(before) !== text(after)
      if (changed) {
        expect(rows.filter((row) => row.kind !== 'added').map((row) => row.text)).toEqual(before)
        expect(rows.filter((row) => row.kind !== 'removed').map((row) => row.text)).toEqual(after)
      }
    }),
  )
})

test('a long diff is shown from its head', () => {
  const row = { kind: 'same', text: '' } as const
  const hunk = (count: number) => ({
    before: 1,
    after: 1,
    context: '',
    rows: Array.from({ length: count }, () => row),
  })
  const sizes = (limit: number) => headOf([hunk(3), hunk(4), hunk(5)], limit).map(({ rows }) => rows.length)
  expect([0, 3, 5, 100].map(sizes)).toEqual([[], [3], [3, 2], [3, 4, 5]])
  // What is shown whole stays what it is: its words need not be compared anew.
  const whole = hunk(3)
  expect(headOf([whole], 3)[0]).toBe(whole)
})

test('a patch over several files is read file by file', () => {
  const patch = [
    '--- a/one\n+++ b/one\n@@ -1 +1 @@\n-x\n+y',
    '--- /dev/null\n+++ b/two\n@@ -0,0 +1 @@\n+y',
    '--- a/three\n+++ /dev/null\n@@ -1 +0,0 @@\n-x',
  ].join('\n')
  const named = (patch: string) =>
    parsePatch(patch).map(({ before, after, change }) => `${before}>${after} ${change}`)
  expect(named(patch)).toEqual(['one>one modified', '>two added', 'three> deleted'])
  expect(named('@@ -1 +1 @@\n-x\n+y')).toEqual(['> modified'])
  expect(named('diff --git a/x.sh b/x.sh\nold mode 100644\nnew mode 100755\nIndex: a/y\n===\n')).toEqual([
    'x.sh>x.sh modified',
    'a/y>a/y modified',
  ])
})

const hunk = '@@ -1 +1 @@\n-x\n+y\n'

test.each([
  ['git’s names', `--- a/src/x.ts\n+++ b/src/x.ts\n${hunk}`, ['src/x.ts', 'src/x.ts', 'modified']],
  ['names with a date', `--- a/x.ts\t2026\n+++ b/x.ts\t2027\n${hunk}`, ['x.ts', 'x.ts', 'modified']],
  ['a name with a tab', `--- x\ty\t2026\n+++ x\ty\t2026\n${hunk}`, ['x\ty', 'x\ty', 'modified']],
  ['folders called a and b', `--- src/a/x\n+++ src/b/x\n${hunk}`, ['src/a/x', 'src/b/x', 'renamed']],
  ['jsdiff’s, in a folder called a', `Index: a/x\n--- a/x\n+++ a/x\n${hunk}`, ['a/x', 'a/x', 'modified']],
  ['with dates', `Index: b/x\n--- b/x\t1\n+++ b/x\t2\n${hunk}`, ['b/x', 'b/x', 'modified']],
  ['a new name', 'rename from old.ts\nrename to new.ts\n', ['old.ts', 'new.ts', 'renamed']],
  ['a new one, with a date', `--- /dev/null\t1970\n+++ b/x\t2026\n${hunk}`, ['', 'x', 'added']],
  ['one that went, with a date', `--- a/x\t1\n+++ /dev/null\t2\n${hunk}`, ['x', '', 'deleted']],
  [
    'a file called null',
    `--- a/x/dev/null\n+++ b/x/dev/null\n${hunk}`,
    ['x/dev/null', 'x/dev/null', 'modified'],
  ],
])('names and what happened to them: %s', (_, patch, expected) => {
  expect(parsePatch(patch).map(({ before, after, change }) => [before, after, change])).toEqual([expected])
})

test.each([
  ['the new one', 'rename from old.ts\nrename to new.ts\n', 'new.ts'],
  ['the old one of what was deleted', `--- a/x\n+++ /dev/null\n${hunk}`, 'x'],
])('a file is called by one of its names: %s', (_, patch, expected) => {
  expect(parsePatch(patch).map(fileNameOf)).toEqual([expected])
})

test.each([
  ['of a new file', 'new file mode 100755\n', { after: '100755' }],
  ['of one that went', 'deleted file mode 100644\n', { before: '100644' }],
  ['that stays', 'index 12..34 100755\n', { before: '100755', after: '100755' }],
  ['that is not told', 'index 12..34\n', {}],
])('the mode %s', (_, patch, expected) => expect(parsePatch(patch)[0]?.modes).toEqual(expected))

test('files of which only modes changed are two files', () => {
  const modes = (name: string) => `diff --git a/${name} b/${name}\nold mode 100644\nnew mode 100755\n`
  expect(parsePatch(modes('x') + modes('y')).map(fileNameOf)).toEqual(['x', 'y'])
})

test('fault 74: names that git quotes are read', () => {
  const patch =
    'diff --git "a/\\303\\244\\t.txt" "b/\\303\\244\\t.txt"\nindex 8..d 100644\n' +
    '--- "a/\\303\\244\\t.txt"\n+++ "b/\\303\\244\\t.txt"\n@@ -1 +1 @@\n-x\n+y\n'
  expect(parsePatch(patch)).toMatchObject([{ before: 'ä\t.txt', after: 'ä\t.txt', change: 'modified' }])
})

test('fault 74: line ends are kept apart from the text', () => {
  const [hunk] = hunksOf('@@ -1,2 +1,2 @@\n-a\r\n+a\n b\r')
  expect(hunk?.rows.map(({ text, crlf }) => [text, crlf ?? false])).toEqual([
    ['a', true],
    ['a', false],
    ['b', true],
  ])
})
