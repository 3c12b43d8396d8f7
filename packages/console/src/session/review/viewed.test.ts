import { expect, test } from 'vitest'
import { changedFile, patchHash } from './changed-file.ts'
import { parseViewed, withViewed, type Viewed } from './viewed.ts'

const place = { serverId: 's', sessionId: 'a', directory: '/p', source: { kind: 'session' } } as const

test('a file is viewed by its patch, and not any more when that changes', () => {
  const hash = (patch: string) =>
    patchHash(changedFile({ file: 'x', patch, additions: 1, deletions: 0 }, place))
  expect(hash('@@ a')).toBe(hash('@@ a'))
  expect(hash('@@ a')).not.toBe(hash('@@ b'))
})

test('marks are set and taken back', () => {
  const one = withViewed({}, 'a', 'x', '1')
  expect(one).toEqual({ a: { x: '1' } })
  expect(withViewed(one, 'a', 'x', undefined)).toEqual({})
  expect(withViewed(one, 'a', '__proto__', '2')).toEqual({ a: { x: '1', ['__proto__']: '2' } })
})

test('the oldest give way', () => {
  const many = (count: number, name: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}${at}`, '1']))
  const sessions: Viewed = Object.fromEntries(Object.keys(many(60, 's')).map((name) => [name, { x: '1' }]))
  expect(Object.keys(withViewed(sessions, 'new', 'x', '1'))).toHaveLength(50)
  expect(withViewed(sessions, 'new', 'x', '1')['s0']).toBeUndefined()
  expect(Object.keys(withViewed({ a: many(600, 'f') }, 'a', 'x', '1')['a'] ?? {})).toHaveLength(500)
})

test.each([
  ['{"a":{"x":"1"}}', { a: { x: '1' } }],
  ['{"a":{"x":1},"b":{}}', { b: {} }],
  ['[]', undefined],
  ['null', undefined],
])('%s is read as far as it is what it should be', (text, expected) =>
  expect(parseViewed(text)).toEqual(expected),
)

test('names as git quotes them and as they are lead to the same file', () => {
  const quoted = changedFile({ file: '"tab\\tx"', additions: 0, deletions: 0 }, place)
  expect([quoted.path, quoted.name]).toEqual(['tab\tx', 'tab\\tx'])
})
