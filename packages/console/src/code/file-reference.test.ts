import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hrefOf, piecesWithFiles, referenceIn, referenceOf, referenceOfLink } from './file-reference.ts'

const found = (text: string) =>
  piecesWithFiles(text).flatMap(({ text, reference }) =>
    reference ? [[text, reference.path, reference.line]] : [],
  )

test.each<[string, (string | number)[][]]>([
  ['at src/app.ts:12', [['src/app.ts:12', 'src/app.ts', 12]]],
  ['src/app.ts:12:5: error', [['src/app.ts:12:5', 'src/app.ts', 12]]],
  ['src/app.ts(12,5): error TS1', [['src/app.ts(12,5)', 'src/app.ts', 12]]],
  ['(/home/me/a b/x.py:3)', [['b/x.py:3', 'b/x.py', 3]]],
  [
    'main.rs:7 and lib.rs:8',
    [
      ['main.rs:7', 'main.rs', 7],
      ['lib.rs:8', 'lib.rs', 8],
    ],
  ],
  ['данные/файл.ts:1', [['данные/файл.ts:1', 'данные/файл.ts', 1]]],
  ['see src/a.ts:12.', [['src/a.ts:12', 'src/a.ts', 12]]],
  ['in src/a.ts:12:5, then', [['src/a.ts:12:5', 'src/a.ts', 12]]],
  ['C:\\work\\a.ts:4', []],
  ['https://example.com/a.js:12', []],
  ['example.com:443', []],
  ['127.0.0.1:8080', []],
  ['localhost:4117', []],
  ['10:45:12', []],
  ['a.ts:1.5', []],
  ['.ts:1', []],
])('%j names %j', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  ['src/app.ts', { path: 'src/app.ts', line: undefined }],
  ['src/app.ts:3', { path: 'src/app.ts', line: 3 }],
  ['app.ts', undefined],
  ['see src/app.ts:3', undefined],
  ['Array.from', undefined],
  ['a/b', undefined],
  ['x'.repeat(301), undefined],
])('as code %j is %j', (code, expected) => {
  expect(referenceOf(code)).toEqual(expected)
})

test('the pieces are the text, whatever it is, and soon', () => {
  const piece = fc.constantFrom('a.ts', '/', ':1', '(1,2)', ' ', 'src', '\\', '.', ':')
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const text = parts.join('')
      expect(
        piecesWithFiles(text)
          .map((each) => each.text)
          .join(''),
      ).toBe(text)
    }),
  )
  const long = 'a/'.repeat(100_000) + ':1'
  expect(piecesWithFiles(long.repeat(3))).toHaveLength(1)
})

test.each([
  ['src/app.ts', { path: 'src/app.ts', line: undefined }],
  ['./app.ts#L12-L14', { path: './app.ts', line: 12 }],
  ['src/app.ts:7', { path: 'src/app.ts', line: 7 }],
  ['README.md', { path: 'README.md', line: undefined }],
  ['docs/Makefile', { path: 'docs/Makefile', line: undefined }],
  ['Dockerfile#L3', { path: 'Dockerfile', line: 3 }],
  ['docs/my%20notes.md', { path: 'docs/my notes.md', line: undefined }],
  ['docs/100%.md', { path: 'docs/100%.md', line: undefined }],
  ['file:///home/me/a%20b.ts#L2', { path: '/home/me/a b.ts', line: 2 }],
  ['file://host/a.ts', undefined],
  ['//host/Makefile', undefined],
  ['https://example.com/a.ts', undefined],
  ['javascript:alert(1)/a.ts', undefined],
  ['//example.com/a.ts', undefined],
  ['#file=x', undefined],
  ['page', undefined],
])('the link %j leads to %j', (href, expected) => {
  expect(referenceOfLink(href)).toEqual(expected)
})

test('half a letter in a path is another letter, and no error', () => {
  expect(referenceIn(hrefOf({ path: 'src/\uD83D.ts', line: 1 }))).toEqual({ path: 'src/\uFFFD.ts', line: 1 })
})

test('an address of a place names the place again', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.option(fc.nat(9_999_999), { nil: undefined }),
      (path, line) => {
        expect(referenceIn(hrefOf({ path, line }))).toEqual({ path, line })
      },
    ),
  )
  for (const href of [null, '', '#file=', '#file=%', 'https://x/#file=a', '#file=a:b'])
    expect(referenceIn(href)).toBeUndefined()
})
