import { expect, test } from 'vitest'
import { endsChange, endsDiffer } from './line-ends.ts'
import { parsePatch } from './unified-diff.ts'

/** A hunk of these lines; `␍` is a carriage return at their end, `⊣` a missing line end. */
function fileOf(...lines: string[]) {
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign) || line.startsWith(' ')).length
  const text = lines
    .map((line) => line.replace('␍', '\r').replace('⊣', '\n\\ No newline at end of file'))
    .join('\n')
  const [file] = parsePatch(`@@ -1,${count('-')} +1,${count('+')} @@\n${text}\n`)
  if (!file) throw new Error('no file in the patch')
  return file
}

test.each([
  ['nothing changes', [' a', ' b␍'], undefined],
  ['words change', ['-a', '+b'], undefined],
  ['ends change alone', ['-a␍', '-b␍', '+a', '+b'], { from: 'CRLF', to: 'LF', alone: true }],
  ['the other way round', ['-a', '+a␍'], { from: 'LF', to: 'CRLF', alone: true }],
  ['words as well', ['-a', '+b␍'], { from: 'LF', to: 'CRLF', alone: false }],
  ['lines fall together', ['-a', '-b', '+ab␍'], { from: 'LF', to: 'CRLF', alone: false }],
  ['both become one', ['-a', '-b␍', '+a', '+b'], { from: 'mixed', to: 'LF', alone: true }],
  ['lines come', ['+a␍'], undefined],
  ['lines go', ['-a␍'], undefined],
  ['the only line has no end', ['-a⊣', '+a␍'], undefined],
  ['the last of them has no end', ['-a␍', '-b⊣', '+a', '+b⊣'], { from: 'CRLF', to: 'LF', alone: true }],
])('how ends of lines change: %s', (_, lines, expected) => {
  expect(endsChange(fileOf(...lines))).toEqual(expected)
})

test.each([
  [[' a', '+b'], false],
  [[' a␍', '+b␍'], false],
  [[' a␍', '+b'], true],
  [[' a␍', '+b⊣'], false],
])('%j ends in both ways: %s', (lines, expected) => expect(endsDiffer(fileOf(...lines))).toBe(expected))
