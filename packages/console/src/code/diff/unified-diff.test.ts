import { createTwoFilesPatch } from 'diff'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { headOf, parsePatch } from './unified-diff.ts'

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
