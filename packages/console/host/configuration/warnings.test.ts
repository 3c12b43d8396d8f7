import { expect, test } from 'vitest'
import type { FileLook } from './file-look.ts'
import { parseFile } from './parse-file.ts'
import { skippedFiles, tellWarnings } from './warnings.ts'

const path = '/w/kilo.jsonc'
const look = (text: string): Map<string, FileLook> =>
  new Map([[path, { found: 'file', parsed: parseFile(text) }]])
const invalid = (issue: string) => ({
  path,
  message: `Configuration is invalid at ${path}: ${issue}`,
  detail: issue,
})

/** As the engine says it: with all that is in the file. */
const broken = {
  path,
  message: `Config file at ${path} is not valid JSON(C)`,
  detail:
    '\n--- JSONC Input ---\n{ "key": "sk-1", \n\n--- Errors ---\nValueExpected at line 2, column 1\n--- End ---',
}
const environment = {
  path,
  message: `Configuration is invalid at ${path}: environment references are not allowed in project config: "{env:HOME}"`,
}

test('an unknown key costs nothing but itself: its line and its way out are told', () => {
  const warning = invalid('Unrecognized key: colour')
  expect(skippedFiles([warning])).toEqual(new Map())
  expect(tellWarnings([warning], look('{\n  "share": "auto",\n  "colour": 1\n}'))).toEqual([
    {
      path,
      message: 'Kilo knows no setting called colour',
      line: 3,
      hint: 'Remove it, or correct its name. The rest of the file is used.',
    },
  ])
})

test.each([
  [broken, look('{ "key": "sk-1",\n'), 'No valid JSON: it ends too early', 2],
  [broken, new Map(), 'No valid JSON', 2],
  [invalid('Expected boolean, got "sk-1"'), look('{}'), 'Expected boolean', undefined],
  [environment, look('{}'), 'environment references are not allowed in project config', undefined],
  [
    invalid('Unrecognized key: colour\nExpected boolean, got "sk-1"'),
    look('{}'),
    'Unrecognized key: colour',
    undefined,
  ],
])('a file that is not used is told without what is in it: %#', (warning, looks, message, line) => {
  expect([...skippedFiles([warning]).keys()]).toEqual([path])
  const [told] = tellWarnings([warning], looks)
  expect([told?.message, told?.line]).toEqual([message, line])
  expect(told?.hint).toContain('ntil ')
  expect(JSON.stringify([told, ...skippedFiles([warning])])).not.toContain('sk-1')
})

test('a file that was broken since is told as well, once', () => {
  expect(tellWarnings([], look('{'))).toEqual([
    {
      path,
      line: 1,
      message: 'No valid JSON: it ends too early',
      hint: 'Kilo still has what stood there before.',
    },
  ])
  expect(tellWarnings([broken], look('{'))).toHaveLength(1)
  expect(tellWarnings([], look('{}'))).toEqual([])
})
