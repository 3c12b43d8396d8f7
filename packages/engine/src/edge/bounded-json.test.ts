import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundedJson, parseBounded } from './bounded-json.ts'
import { jsonLimits } from './limits.ts'

const nested = (depth: number, [open, close]: readonly [string, string]) =>
  open.repeat(depth) + close.repeat(depth)
const LIST = ['[', ']'] as const
const OBJECT = ['{"a":', '}'] as const

test('what is within bounds is read as it is', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!text.includes('__proto__'))
      expect(parseBounded(text, 1e6)).toEqual(JSON.parse(text))
    }),
  )
})

describe.each([
  ['lists', LIST],
  ['objects', OBJECT],
])('%s', (_, marks) => {
  const fill = (text: string) => text.replace(':}', ':1}')
  test('may be so deep', () => {
    const text = fill(nested(jsonLimits.depth, marks))
    expect(JSON.stringify(parseBounded(text, 1000))).toBe(text)
    expect(boundedJson(text, 1000)).toBe(text)
  })
  test('may not be deeper', () => {
    const text = fill(nested(jsonLimits.depth + 1, marks))
    expect(() => parseBounded(text, 1000)).toThrow('too intricate')
    expect(() => boundedJson(text, 1000)).toThrow('too intricate')
  })
  test('beside each other are not deep', () => {
    const text = `[${Array.from({ length: 200 }, () => fill(marks.join(''))).join(',')}]`
    expect(parseBounded(text, 1000)).toHaveLength(200)
  })
})

test.each([
  ['[1,2,3]', 3],
  ['{"a":1,"b":2}', 2],
  ['[[],{}]', 4],
  [String.raw`["a,b[{","\",[","\\"]`, 3],
])('%s has %i values', (text, values) => {
  expect(parseBounded(text, values)).toEqual(JSON.parse(text))
  expect(() => parseBounded(text, values - 1)).toThrow('too intricate')
})

test.each(['"', '"abc', '["\\', '[1', 'nothing'])('%j is no JSON', (text) => {
  expect(() => parseBounded(text, 100)).toThrow(SyntaxError)
  expect(boundedJson(text, 100)).toBe(text)
})

test.each([
  '{"__proto__":{"polluted":true},"a":[1]}',
  String.raw`{"\u005f_proto__":{"polluted":true},"a":[1]}`,
  String.raw`{"_\u005Fproto__":{"polluted":true},"a":[1]}`,
  String.raw`{"__\u0070roto__":{"polluted":true},"a":[1]}`,
  String.raw`{"__pr\u006Fto__":{"polluted":true},"a":[1]}`,
])('no prototype comes in with %s', (text) => {
  expect(Object.keys(parseBounded(text, 100) as object)).toEqual(['a'])
  expect(boundedJson(text, 100)).toBe('{"a":[1]}')
})

test('what may hold one and is no JSON is given back as it is', () => {
  expect(boundedJson('{"__proto__"', 100)).toBe('{"__proto__"')
  expect(() => parseBounded('{"__proto__"', 100)).toThrow(SyntaxError)
})

test('what holds none is not written anew', () => {
  expect(boundedJson('{ "a" : 1.0 }', 100)).toBe('{ "a" : 1.0 }')
})
