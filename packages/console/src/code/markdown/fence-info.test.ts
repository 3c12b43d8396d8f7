import { expect, test } from 'vitest'
import { languageOf } from './fence-info.ts'

test.each([
  [undefined, undefined],
  ['', undefined],
  ['  ', undefined],
  ['js', 'js'],
  ['  js  ', 'js'],
  ['js title="a.js"', 'js'],
  ['js\ttitle', 'js'],
  ['c++', 'c++'],
  ['c#', 'c#'],
  ['objective-c', 'objective-c'],
  ['a.b_1', 'a.b_1'],
  ['x'.repeat(24), 'x'.repeat(24)],
  ['x'.repeat(25), undefined],
  ['{js}', undefined],
  ['js,', undefined],
  [',js', undefined],
])('what stands behind a fence, %j, names %s', (info, language) => expect(languageOf(info)).toBe(language))
