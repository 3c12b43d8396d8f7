import type { Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { marksOf } from './refill.ts'

const file = (start: number, value: string, mime = 'text/plain') =>
  ({
    type: 'file',
    mime,
    source: { type: 'file', path: '/p/a.ts', text: { start, end: start + value.length, value } },
  }) as Part

test.each([
  ['a file', 'see @a.ts', [file(4, '@a.ts')], [{ kind: 'file', path: '/p/a.ts', start: 4, value: '@a.ts' }]],
  [
    'a folder',
    '@src',
    [file(0, '@src', 'application/x-directory')],
    [{ kind: 'folder', path: '/p/a.ts', start: 0, value: '@src' }],
  ],
  [
    'an agent',
    'ask @explore',
    [{ type: 'agent', name: 'explore', source: { start: 4, end: 12, value: '@explore' } }],
    [{ kind: 'agent', name: 'explore', start: 4, value: '@explore' }],
  ],
  ['one that is not where it says', 'see a.ts', [file(4, '@a.ts')], []],
  ['an attachment', 'see', [{ type: 'file', mime: 'image/png', url: 'data:' }], []],
  ['an empty one', 'see', [file(0, '')], []],
])('%s', (_, text, parts, marks) => expect(marksOf(text, parts as Part[])).toEqual(marks))
