import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFile } from './parse-settings.ts'

const at = (text: string) =>
  parseFile(text).values.map(({ path, value, line }) => [path.join('/'), value, line])

test('each value has its path and its line, whatever comments are around it', () => {
  const text = `{
  "$schema": "https://x", // of all
  /* two
     lines */ "share": "auto",
  "compaction": {
    "threshold_percent": 70,
  },
  "instructions": ["a", "b"], "mode": {},
}`
  expect(at(text)).toEqual([
    ['share', 'auto', 4],
    ['compaction/threshold_percent', 70, 6],
    ['instructions', ['a', 'b'], 8],
    ['mode', {}, 8],
  ])
})

test.each([
  ['{ "share": "auto",', 1, 'it ends too early'],
  ['{\n  "share": \n}', 3, 'a value is missing'],
  ['{\n  "share" "auto"\n}', 2, 'a colon is missing'],
  ['{\n"a": 1\n"b": 2\n}', 3, 'a comma is missing'],
  ['{"a": tru}', 1, 'something here is no JSON'],
  ['{"a": "b\n}', 1, 'a closing quote is missing'],
  ['{} {}', 1, 'there is something after its end'],
  ['[1]', 1, 'it does not begin with {'],
  [' ', 1, 'it ends too early'],
  ['{\n"a": {env:A}\n"b": 1}', 3, 'a comma is missing'],
  ['{"a": [1}', 1, 'a comma is missing'],
])('%j is broken in line %i: %s', (text, line, message) => {
  expect(parseFile(text)).toEqual({ values: [], problem: { line, message } })
})

test('what is nested without end is refused, and does not end the host', () => {
  expect(parseFile(`{"a":${'['.repeat(200_000)}`).problem).toEqual({
    line: 1,
    message: 'it is too intricate',
  })
})

test('a key that every object has sets nothing but itself', () => {
  expect(at('{"__proto__": {"polluted": 1}, "constructor": 2}')).toEqual([
    ['__proto__/polluted', 1, 1],
    ['constructor', 2, 1],
  ])
  expect({}).not.toHaveProperty('polluted')
})

test('what is written as JSON is read as it is, and a line is where its key is', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()))
  const key = fc.string({ minLength: 1 }).filter((name) => name !== '$schema' && name !== '__proto__')
  fc.assert(
    fc.property(fc.dictionary(key, leaf, { maxKeys: 12 }), (settings) => {
      const { values, problem } = parseFile(JSON.stringify(settings, null, 1).replaceAll('[\n', '[ '))
      expect(problem).toBeUndefined()
      expect(Object.fromEntries(values.map(({ path, value }) => [path[0], value]))).toEqual({ ...settings })
      const lines = values.map(({ line }) => line)
      expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    }),
  )
})

test('an empty file sets nothing; references may stand without quotes, as the engine fills them in before', () => {
  expect(parseFile('')).toEqual({ values: [] })
  const text = '{\n  "a": {env:A},\n  "{env:K}": "{env:B}-x", "list": [{file:~/c}, "d", 5]\n}'
  expect(at(text)).toEqual([
    ['a', '{env:A}', 2],
    ['{env:K}', '{env:B}-x', 3],
    ['list', ['{file:~/c}', 'd', 5], 3],
  ])
})
