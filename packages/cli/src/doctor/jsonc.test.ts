import { expect, it } from 'vitest'
import { jsoncProblem } from './jsonc.ts'

it.each([
  ['', undefined],
  ['  \n', undefined],
  ['{}', undefined],
  ['\uFEFF{"a": 1}', undefined],
  ['{"a": 1, /* two\nlines */ "b": [1, 2,],} // end', undefined],
  ['{"url": "http://x/*", "b": ",}"}', undefined],
  ['{"a": "\\"// no comment", // one\n}', undefined],
  ['{"a": 1\n"b": 2}', 'is not valid JSON (line 2)'],
  ['{"a": "sk-secret', 'is not valid JSON (line 1)'],
  ['{\n\n/* x\n\n*/ nope }', 'is not valid JSON (line 5)'],
  ['{\n "a": nonsense\n}', 'is not valid JSON (line 2)'],
  ['{\n "a": [1, 2\n}', 'is not valid JSON (line 3)'],
  ['{"a": {"b": [{}, [], "x"]},\n\n"c" 1}', 'is not valid JSON (line 3)'],
  ['{\n}\n}', 'is not valid JSON (line 3)'],
  ['{"a": 1,\n"b"', 'is not valid JSON (line 2)'],
])('%j', (text, problem) => expect(jsoncProblem(text)).toBe(problem))
