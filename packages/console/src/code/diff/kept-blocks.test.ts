import { createTwoFilesPatch } from 'diff'
import { expect, test } from 'vitest'
import { blocksOf, type DiffBlock, type Layout } from './blocks.ts'
import { stretchesOf, type Shown } from './context.ts'
import { keptBlocks } from './kept-blocks.ts'
import { parsePatch } from './unified-diff.ts'

const base = Array.from({ length: 300 }, (_, at) => `line ${at + 1}`)
const changed = (...lines: number[]) => base.map((line, at) => (lines.includes(at + 1) ? `${line}!` : line))
const text = (lines: string[]) => lines.map((line) => `${line}\n`).join('')

function blocks(lines: string[], shown: Shown = {}, layout: Layout = 'unified'): DiffBlock[] {
  const [file] = parsePatch(createTwoFilesPatch('x', 'x', text(base), text(lines)))
  return blocksOf(stretchesOf(file?.hunks ?? [], shown, lines), layout)
}

const kindsOfNew = (before: DiffBlock[], after: DiffBlock[]) =>
  keptBlocks(before, after)
    .filter((block) => !before.includes(block))
    .map(({ kind }) => kind)

const many = changed(...Array.from({ length: 80 }, (_, at) => at + 100))

test('what is read anew and has not changed is what it was', () => {
  const before = blocks(many)
  expect(before.length).toBeGreaterThan(6)
  expect(keptBlocks(before, blocks(many))).toEqual(before)
  expect(kindsOfNew(before, blocks(many))).toEqual([])
})

test('lines that are shown around a change leave its blocks, and those of the gaps beyond', () => {
  const before = blocks(changed(50, 250))
  expect(kindsOfNew(before, blocks(changed(50, 250), { 1: { top: 20, bottom: 0 } }))).toEqual(['rows', 'bar'])
})

test('of two changes one comes alone', () => {
  const before = blocks(changed(50, 250))
  const after = blocks(changed(50, 250, 251))
  expect(kindsOfNew(before, after)).toEqual(['bar', 'rows', 'bar'])
  expect(keptBlocks(before, after)).toEqual(after)
})

test.each<[string, string[], Layout]>([
  ['other lines', base.map((line, at) => (at === 119 ? `${line}?` : (many[at] ?? ''))), 'unified'],
  ['other ends of lines', many.map((line, at) => (at === 119 ? `${line}\r` : line)), 'unified'],
  ['two columns', many, 'split'],
])('%s: nothing of the hunk stays, for its words are compared with each other', (_, lines, layout) => {
  const before = blocks(many)
  const after = blocks(lines, {}, layout)
  expect(keptBlocks(before, after)).toEqual(after)
  expect(kindsOfNew(before, after)).toContain('rows')
})
