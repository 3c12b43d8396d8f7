import { applyPatch, createTwoFilesPatch } from 'diff'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { unquoted } from './git-name.ts'
import { canUndo, quoted, undoingPatch } from './patch-text.ts'
import { parsePatch, type FilePatch } from './unified-diff.ts'

const fileOf = (patch: string): FilePatch => {
  const [file] = parsePatch(patch)
  if (!file) throw new Error('no file in the patch')
  return file
}

test('undoing a patch gives what was there, whatever it changed', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', '', '-x', '+y', '@@ -1 +1 @@', 'end\r'), { maxLength: 12 })
  const ended = fc.boolean()
  const text = (lines: string[], end: boolean) => lines.join('\n') + (end && lines.length > 0 ? '\n' : '')
  fc.assert(
    fc.property(lines, ended, lines, ended, (from, fromEnded, to, toEnded) => {
      const [before, after] = [text(from, fromEnded), text(to, toEnded)]
      const file = fileOf(createTwoFilesPatch('x', 'x', before, after))
      if (file.hunks.length === 0) return
      const undone = applyPatch(after, undoingPatch('x', file, 'modified'), { autoConvertLineEndings: false })
      expect(undone).toBe(before)
    }),
  )
})

test('what is undone reads as any patch: removed lines come first in each change', () => {
  const index = 'diff --git a/n b/n\nindex 1..2 100644\n--- a/n\n+++ b/n\n'
  const file = fileOf(
    `${index}@@ -1,5 +1,6 @@\n a\n b\n-c\n-d\n+C\n e\n+f\n+g\n@@ -20,2 +21,1 @@\n-x\r\n y\n`,
  )
  expect(undoingPatch('n', file, 'modified')).toBe(
    'diff --git a/n b/n\n--- a/n\n+++ b/n\n' +
      '@@ -1,6 +1,5 @@\n a\n b\n-C\n+c\n+d\n e\n-f\n-g\n@@ -21,1 +20,2 @@\n+x\r\n y\n',
  )
})

test.each([
  ['no mode', {}],
  ['the mode of one side', { after: '120000' }],
  ['that of the other', { before: '100644' }],
])('of %s, no change of it is undone', (_, modes) => {
  const hunk = { before: 1, after: 1, context: '', rows: [] }
  expect(undoingPatch('n', { hunks: [hunk], modes }, 'modified')).toBe(
    'diff --git a/n b/n\n--- a/n\n+++ b/n\n@@ -1,0 +1,0 @@\n',
  )
})

test.each([
  [
    'added',
    '--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+x\n',
    'deleted file mode 100644\n--- a/n\n+++ /dev/null\n',
  ],
  [
    'deleted',
    '--- a/n\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n',
    'new file mode 100644\n--- /dev/null\n+++ b/n\n',
  ],
] as const)('a file that was %s', (change, patch, head) => {
  expect(undoingPatch('n', fileOf(patch), change)).toContain(`diff --git a/n b/n\n${head}@@`)
})

test('an empty file, and a mode', () => {
  expect(undoingPatch('n', fileOf('new file mode 100755\n'), 'added')).toBe(
    'diff --git a/n b/n\ndeleted file mode 100755\n',
  )
  expect(
    undoingPatch('n', fileOf('diff --git a/n b/n\nold mode 100644\nnew mode 100755\n'), 'modified'),
  ).toBe('diff --git a/n b/n\nold mode 100755\nnew mode 100644\n--- a/n\n+++ b/n\n'.replace(/--- .*/s, ''))
})

test('names are quoted where git would, and read back', () => {
  expect(quoted('plain ä.ts')).toBe('plain ä.ts')
  const name = fc.string({
    unit: fc.constantFrom('a', '"', '\\', '\n', '\t', ' ', '\u0001', '\u007F', '\u00E9'),
  })
  fc.assert(
    fc.property(name, (name) => {
      expect(unquoted(quoted(name))).toBe(name)
      expect(quoted(name)).not.toContain('\n')
    }),
  )
})

test.each([
  [true, '@@ -1 +1 @@\n-x\n+y\n'],
  [false, 'Binary files a/x and b/x differ\n'],
  [false, '@@ -1 +1 @@\n-x\n+\uFFFD\n'],
  [false, 'rename from a\nrename to b\n@@ -1 +1 @@\n-x\n+y\n'],
  [true, 'old mode 100644\nnew mode 100755\n'],
  [true, '--- /dev/null\n+++ b/empty\n'],
  // Its lines were left out.
  [false, 'Index: big\n--- big\t\n+++ big\t\n'],
])('%s: can it be undone?', (expected, patch) => expect(canUndo(fileOf(patch))).toBe(expected))
