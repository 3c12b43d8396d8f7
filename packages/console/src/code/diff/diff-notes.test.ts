import { expect, test } from 'vitest'
import { measured } from '../../../test/app/measured-diffs.ts'
import { hasLines, notesOf, whyNoPatch, type FileCounts, type Sides } from './diff-notes.ts'
import { parsePatch } from './unified-diff.ts'

test.each(Object.entries(measured))(
  'fault 74: what the engine answers for %s',
  (_, { patch, counts, says }) => {
    expect(parsePatch(patch).flatMap((file) => notesOf(file, counts))).toEqual(says)
  },
)

test.each<[string, FileCounts, Sides, RegExp]>([
  [
    'a binary file that changed',
    { additions: 0, deletions: 0, status: 'modified' },
    {},
    /^A binary file: .*UTF-16/,
  ],
  ['a new binary file', { additions: 0, deletions: 0, status: 'added' }, {}, /^A new binary file: /],
  [
    'a binary file that was deleted',
    { additions: 0, deletions: 0, status: 'deleted' },
    {},
    /^A deleted binary file: /,
  ],
  [
    'an empty file with a name that git quotes',
    { additions: 0, deletions: 0, status: 'added' },
    { before: '', after: '' },
    /^A new, empty file/,
  ],
  [
    'the mode of one',
    { additions: 0, deletions: 0, status: 'modified' },
    { before: 'a', after: 'a' },
    /^No lines were added or removed/,
  ],
  [
    'an empty file that was deleted',
    { additions: 0, deletions: 0, status: 'deleted' },
    { before: '' },
    /^An empty file was deleted/,
  ],
  ['a new one', { additions: 0, deletions: 0, status: 'added' }, { after: '' }, /^A new, empty file/],
  ['a file of which nothing is told', { additions: 0, deletions: 0 }, {}, /^A binary file: /],
  ['too many lines', { additions: 3, deletions: 0, status: 'modified' }, {}, /too many/],
  [
    'too many to compare',
    { additions: 3, deletions: 9, status: 'modified' },
    { before: 'a', after: 'b' },
    /too many/,
  ],
])('fault 74: %s says why there are no lines', (_, counts, sides, expected) => {
  expect(whyNoPatch(counts, sides)).toMatch(expected)
})

const newFile = (mode: string) => `new file mode ${mode}\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+x\n`
const modes = (before: string, after: string) =>
  `diff --git a/x b/x\nold mode ${before}\nnew mode ${after}\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n+y\n`

test.each<[string, string, FileCounts | undefined, string[]]>([
  ['a new program', newFile('100755'), undefined, ['Executable.']],
  ['a new file', newFile('100644'), undefined, []],
  [
    'a new link, of which the engine tells no counts',
    newFile('120000'),
    undefined,
    ['A symbolic link. The line is where it points.'],
  ],
  ['a link that became a file', newFile('100644'), { additions: 1, deletions: 1, status: 'modified' }, []],
  ['a file that became a program', modes('100644', '100755'), undefined, ['Made executable (644 → 755).']],
  ['a program no longer', modes('100755', '100644'), undefined, ['No longer executable (755 → 644).']],
  ['another mode', modes('100664', '100600'), undefined, ['Mode changed (664 → 600).']],
  [
    'a byte order mark that came',
    '@@ -1,2 +1,2 @@\n-a\n+\uFEFFa\n b\n',
    undefined,
    ['A byte order mark was added.'],
  ],
  [
    'one with a line before all others',
    '@@ -0,0 +1 @@\n+\uFEFFa\n',
    undefined,
    ['A byte order mark was added.'],
  ],
  [
    'one that went with the file',
    '@@ -1 +0,0 @@\n-\uFEFFa\n',
    undefined,
    ['The byte order mark was removed.'],
  ],
  ['one that stays', '@@ -1 +1 @@\n-\uFEFFa\n+\uFEFFb\n', undefined, []],
  ['the same sign within a file', '@@ -5 +5 @@\n-a\n+\uFEFFa\n', undefined, []],
  [
    'as many lines as before, all left out',
    'Index: x\n',
    { additions: 2, deletions: 2 },
    ['The engine leaves the lines out: they are too many.'],
  ],
])('what is said of %s', (_, patch, counts, expected) => {
  expect(parsePatch(patch).flatMap((file) => notesOf(file, counts))).toEqual(expected)
})

test.each([
  ['@@ -1 +1 @@\n-x\n+y\n', true],
  ['diff --git a/x b/x\n@@ -0,0 +1 @@\n+y\n', true],
  ['rename from x\nrename to @@ -1\n', false],
  ['', false],
])('%j has lines: %s', (patch, expected) => expect(hasLines(patch)).toBe(expected))

test('fault 74: whatever is said of lines, never that none changed beside a count', () => {
  for (const patch of ['', '--- x\t\n+++ x\t\n', 'diff --git a/x b/x\nold mode 100644\nnew mode 100755\n'])
    for (const status of ['added', 'deleted', 'modified'] as const) {
      const counts = { additions: 3, deletions: 0, status }
      const said = parsePatch(patch).flatMap((file) => notesOf(file, counts))
      const last = said.at(-1) ?? whyNoPatch(counts, {})
      expect(last).toBe('The engine leaves the lines out: they are too many.')
    }
})
