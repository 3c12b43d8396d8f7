import { expect, test } from 'vitest'
import { unknownTool } from './unknown.ts'

const deep = '['.repeat(30_000) + ']'.repeat(30_000)
const long = JSON.stringify({ text: 'x'.repeat(70_000) })

test.each([
  ['JSON on one line', '{"a":[1,2]}', '{\n  "a": [\n    1,\n    2\n  ]\n}'],
  ['text', 'Created issue 7', 'Created issue 7'],
  ['what only looks like JSON', '[see below]', '[see below]'],
  ['a number that JSON would round', '[12345678901234567890]', '[12345678901234567890]'],
  ['a key that stands twice', '{"a":1,"a":2}', '{"a":1,"a":2}'],
  ['nothing', '', ''],
])('output of an unknown tool that is %s', (_, output, expected) => {
  expect(unknownTool.output?.(output)).toBe(expected)
})

test.each([
  ['nested without end', deep],
  ['of a megabyte', long],
])('JSON %s stays as it came', (_, output) => {
  expect(unknownTool.output?.(output)).toBe(output)
})
