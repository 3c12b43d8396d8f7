import { expect, test } from 'vitest'
import { fileQueryOf, triggerAt } from './trigger.ts'

/** `|` is the caret. */
const at = (marked: string) => {
  const caret = marked.indexOf('|')
  return triggerAt(marked.replace('|', ''), caret, [])
}

test.each([
  ['@|', { kind: 'mention', from: 0, to: 1, query: '' }],
  ['see @src/au|', { kind: 'mention', from: 4, to: 11, query: 'src/au' }],
  ['see @src|/auth.ts now', { kind: 'mention', from: 4, to: 16, query: 'src' }],
  ['(@a|', { kind: 'mention', from: 1, to: 3, query: 'a' }],
  ['one\n@a|', { kind: 'mention', from: 4, to: 6, query: 'a' }],
  ['看看@src|', { kind: 'mention', from: 2, to: 6, query: 'src' }],
  ['看看@|一下这个文件', { kind: 'mention', from: 2, to: 3, query: '' }],
  ['见@src/au|。然后', { kind: 'mention', from: 1, to: 8, query: 'src/au' }],
  ['见@文|档.md 吧', { kind: 'mention', from: 1, to: 7, query: '文' }],
  ['（@a|', { kind: 'mention', from: 1, to: 3, query: 'a' }],
  ['파일@a|', { kind: 'mention', from: 2, to: 4, query: 'a' }],
  ['see—@a|', { kind: 'mention', from: 4, to: 6, query: 'a' }],
  ['/|', { kind: 'command', from: 0, to: 1, query: '' }],
  ['/in|it now', { kind: 'command', from: 0, to: 5, query: 'in' }],
  ['/init|', { kind: 'command', from: 0, to: 5, query: 'init' }],
])('%s', (marked, expected) => expect(at(marked)).toEqual(expected))

test.each([
  'me@example.org|',
  'me.you+1@example.org|',
  'jürgen@example.org|',
  'лена@example.org|',
  'pkg/name@1.0|',
  'a@@b|',
  'see @a b|',
  'see|',
  ' /init|',
  '/init now|',
  '/usr/bin|',
  'a /init|',
  '!echo @a|',
  `@${'x'.repeat(300)}|`,
])('nothing is completed in %s', (marked) => expect(at(marked)).toBeUndefined())

test('what is named already is not completed again', () => {
  const mark = { kind: 'file', start: 4, value: '@a.ts', path: 'a.ts' } as const
  expect(triggerAt('see @a.ts', 9, [mark])).toBeUndefined()
  expect(triggerAt('see @a.ts @b', 12, [mark])).toMatchObject({ query: 'b' })
})

test.each([
  ['src/a.ts', { path: 'src/a.ts' }],
  ['src/a.ts#', { path: 'src/a.ts' }],
  ['src/a.ts#L', { path: 'src/a.ts' }],
  ['src/a.ts#12', { path: 'src/a.ts', lines: { from: 12, to: 12 } }],
  ['src/a.ts#L3-L9', { path: 'src/a.ts', lines: { from: 3, to: 9 } }],
  ['src/a.ts#9-3', { path: 'src/a.ts' }],
  ['src/c#.ts', { path: 'src/c#.ts' }],
])('lines of %s', (query, expected) => expect(fileQueryOf(query)).toEqual(expected))
