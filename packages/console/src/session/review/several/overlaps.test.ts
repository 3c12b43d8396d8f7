import { createTwoFilesPatch } from 'diff'
import { expect, test } from 'vitest'
import { parsePatch } from '../../../code/diff/unified-diff.ts'
import { blocksOfPatch, overlapsOf, sharedLine } from './overlaps.ts'

const base = Array.from({ length: 30 }, (_, at) => `line ${at + 1}`)
const text = (lines: string[]) => lines.map((line) => `${line}\n`).join('')
const blocks = (to: string[], from = base) =>
  blocksOfPatch(parsePatch(createTwoFilesPatch('x', 'x', text(from), text(to))))
const changed = (...lines: number[]) => base.map((line, at) => (lines.includes(at + 1) ? `${line}!` : line))
const inserted = (behind: number) => [...base.slice(0, behind), 'new', ...base.slice(behind)]
const without = (line: number) => base.filter((_, at) => at + 1 !== line)

const meets = (a: string[], b: string[]) =>
  overlapsOf([
    { path: 'x', owner: 'a', blocks: blocks(a) },
    { path: 'x', owner: 'b', blocks: blocks(b) },
  ]).every((shared) => shared.length > 0)

test.each([
  ['the same line', changed(10), changed(10), true],
  ['lines apart', changed(10), changed(20), false],
  ['neighbours', changed(10), changed(11), false],
  ['of several lines one', changed(9, 10, 11), changed(11), true],
  ['two insertions in one place', inserted(10), inserted(10), true],
  ['two insertions elsewhere', inserted(10), inserted(20), false],
  ['an insertion beside a changed line', inserted(10), changed(11), true],
  ['a line that one removed and the other changed', without(10), changed(10), true],
  ['at the very beginning', inserted(0), inserted(0), true],
])('%s', (_, a, b, expected) => expect(meets(a, b)).toBe(expected))

test('both made the same new file', () => {
  const made = blocksOfPatch(parsePatch('--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+x\n+y\n'))
  const shared = overlapsOf([
    { path: 'n', owner: 'a', blocks: made },
    { path: 'n', owner: 'b', blocks: made },
  ])
  expect(shared.map((blocks) => blocks.map(({ others }) => others))).toEqual([[['b']], [['a']]])
})

test('other files do not meet, nor does one owner with itself', () => {
  const one = { path: 'x', owner: 'a', blocks: blocks(changed(1)) }
  expect(overlapsOf([one, { ...one, path: 'y', owner: 'b' }, one])).toEqual([[], [], []])
})

test('a line that is shown knows who else changed it, on its own side', () => {
  const [mine = []] = overlapsOf([
    {
      path: 'x',
      owner: 'a',
      blocks: blocks(inserted(2).map((line) => (line === 'line 10' ? 'ten' : line))),
    },
    { path: 'x', owner: 'b', blocks: blocks(changed(10)) },
    { path: 'x', owner: 'c', blocks: blocks(changed(10)) },
  ])
  expect(sharedLine(mine, { side: 'before', from: 10, to: 10 })).toBe('Also changed by b, c')
  expect(sharedLine(mine, { side: 'after', from: 11, to: 11 })).toBe('Also changed by b, c')
  expect(sharedLine(mine, { side: 'after', from: 3, to: 3 })).toBeUndefined()
})
