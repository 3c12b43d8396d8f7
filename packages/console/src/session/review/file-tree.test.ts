import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitsFilter, stepInTree, treeOf } from './file-tree.ts'

const tree = (paths: string[], closed: string[] = []) =>
  treeOf(paths, (path) => path, new Set(closed)).map(
    (entry) =>
      `${'  '.repeat(entry.level - 1)}${entry.name}${entry.kind === 'folder' ? `/ ${entry.count}` : ''}`,
  )

test('folders come first, those with one folder alone are one', () => {
  expect(tree(['z.ts', 'src/app/pages/a.ts', 'src/app/pages/b.ts', 'test/x/a.ts', 'test/b.ts'])).toEqual([
    'src/app/pages/ 2',
    '  a.ts',
    '  b.ts',
    'test/ 2',
    '  x/ 1',
    '    a.ts',
    '  b.ts',
    'z.ts',
  ])
})

test('a closed folder keeps its entries', () => {
  expect(tree(['src/a.ts', 'src/b/c.ts', 'd.ts'], ['src'])).toEqual(['src/ 2', 'd.ts'])
})

test('names that a tree cannot make folders of lose nothing', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', '/', '.', '__proto__', '\n'),
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.uniqueArray(name), (paths) => {
      const entries = treeOf(paths, (path) => path)
      const files = entries.flatMap((entry) => (entry.kind === 'file' ? entry.file : []))
      expect(files.toSorted()).toEqual(paths.toSorted())
      expect(
        entries
          .filter(({ kind }) => kind === 'file')
          .map(({ path }) => path)
          .toSorted(),
      ).toEqual(paths.toSorted())
    }),
  )
})

test.each([
  ['src/App.ts', '', true],
  ['src/App.ts', 'app', true],
  ['src/App.ts', 'ts src', true],
  ['src/App.ts', 'app test', false],
])('%s and the filter "%s": %s', (path, filter, expected) => expect(fitsFilter(path, filter)).toBe(expected))

test.each([
  ['ArrowDown', 0, { to: 1 }],
  ['ArrowUp', 0, { to: 0 }],
  ['End', 0, { to: 3 }],
  ['ArrowRight', 0, { to: 1 }],
  ['ArrowLeft', 0, { open: false, at: 0 }],
  ['ArrowLeft', 2, { to: 0 }],
  ['ArrowRight', 2, undefined],
  ['ArrowLeft', 3, undefined],
  ['x', 0, undefined],
])('%s at %i', (key, at, expected) => {
  const entries = treeOf(['src/a.ts', 'src/b.ts', 'z.ts'], (path) => path)
  expect(stepInTree(key, entries, at, new Set())).toEqual(expected)
})

test('right opens a closed folder', () => {
  const closed = new Set(['src'])
  expect(
    stepInTree(
      'ArrowRight',
      treeOf(['src/a.ts'], (path) => path, closed),
      0,
      closed,
    ),
  ).toEqual({ open: true, at: 0 })
})
