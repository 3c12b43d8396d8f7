import { expect, test } from 'vitest'
import { measured } from '../../../test/app/measured-diffs.ts'
import { notesOf, whyNoPatch, type FileCounts, type Sides } from './diff-notes.ts'
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

test('fault 74: whatever is said of lines, never that none changed beside a count', () => {
  for (const patch of ['', '--- x\t\n+++ x\t\n', 'diff --git a/x b/x\nold mode 100644\nnew mode 100755\n'])
    for (const status of ['added', 'deleted', 'modified'] as const) {
      const counts = { additions: 3, deletions: 0, status }
      const said = parsePatch(patch).flatMap((file) => notesOf(file, counts))
      const last = said.at(-1) ?? whyNoPatch(counts, {})
      expect(last).toBe('The engine leaves the lines out: they are too many.')
    }
})
