import { expect, test } from 'vitest'
import type { FileLook } from './file-look.ts'
import { parseFile } from '../../shared/parse-settings.ts'
import { skippedFiles, tellWarnings } from './warnings.ts'

const path = '/w/kilo.jsonc'
const look = (text: string): Map<string, FileLook> =>
  new Map([[path, { found: 'file', parsed: parseFile(text), changedAt: 0 }]])
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

test('a server that is left out costs nothing but itself', () => {
  const message = 'Skipped MCP "x": variable references are not allowed in project MCP headers ("{env:SK_1}")'
  expect(skippedFiles([{ path, message }])).toEqual(new Map())
  expect(tellWarnings([{ path, message }], look('{\n  "mcp": {\n "x": { "type": "remote" } } }'))).toEqual([
    {
      path,
      line: 3,
      message: 'The MCP server x is left out: its headers refer to a variable or a file',
      hint: 'Move it to a global file: a project’s may not read the environment. The rest of the file is used.',
    },
  ])
})

test('the line of an unknown key is not that of a name below', () => {
  const [told] = tellWarnings(
    [invalid('Unrecognized key: env')],
    look('{\n"mcp": {"x": {"env": 1}},\n"env": 1}'),
  )
  expect(told?.line).toBe(3)
})

test.each([
  [broken, look('{ "key": "sk-1",\n'), 'Not valid JSON: it ends too early', 2],
  [broken, new Map(), 'Not valid JSON', 2],
  [invalid('Expected boolean, got "sk-1"'), look('{}'), 'Expected boolean', undefined],
  [invalid('mcp.x.url: Expected string, got "sk-1"'), look('{}'), 'mcp.x.url: Expected string', undefined],
  [invalid('mcp.x.enabled: Missing key'), look('{}'), 'mcp.x.enabled: Missing key', undefined],
  [invalid('Unexpected value "sk-1"'), look('{}'), 'It has a value that Kilo does not take', undefined],
  [
    invalid('permission.run --token sk-1: Expected "ask", got 5'),
    look('{}'),
    expect.stringMatching(/^permission\.run --token \{hidden:\w+\}: Expected "ask"$/),
    undefined,
  ],
  [environment, look('{}'), 'environment references are not allowed in project config', undefined],
  [
    invalid('Unrecognized key: colour\nExpected boolean, got "sk-1"'),
    look('{}'),
    'Unrecognized key',
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
      message: 'Not valid JSON: it ends too early',
      hint: 'Kilo still has what stood there before.',
    },
  ])
  expect(tellWarnings([broken], look('{'))).toHaveLength(1)
  expect(tellWarnings([], look('{}'))).toEqual([])
})
