import { expect, test } from 'vitest'
import { askedChange, setAndUnset } from './asked-change.ts'

const expected = { path: '/w/.kilo/kilo.jsonc', revision: 'abc' }
const one = { path: ['share'], value: 'manual' }
const change = { scope: 'project', changes: [one], expected }

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) })

test.each<Record<string, unknown>>([
  { scope: 'everywhere' },
  { changes: undefined },
  { changes: [] },
  { changes: [one, 'share'] },
  { changes: [{ path: [] }] },
  { changes: [{ path: 'share' }] },
  { changes: [{ path: ['a', ''] }] },
  { changes: [{ path: ['__proto__', 'x'] }] },
  { changes: [{ path: Array(13).fill('a') }] },
  { changes: [{ ...one, value: null }] },
  { changes: [{ ...one, value: { a: null } }] },
  { changes: [{ ...one, value: [undefined] }] },
  { changes: [{ ...one, value: JSON.parse('{"__proto__": {}}') as object }] },
  { changes: [{ ...one, value: deep(12) }] },
  { changes: [{ ...one, value: Number.NaN }] },
  { changes: [{ ...one, value: 'x'.repeat(10_001) }] },
  { changes: [{ ...one, value: ['x'.repeat(10_001)] }] },
  { expected: undefined },
  { expected: { path: '/w' } },
  { expected: { path: 1, revision: 'a' } },
])('%j is no change', (part) => {
  expect(() => askedChange({ ...change, ...part })).toThrow(
    expect.objectContaining({ code: 'bad-change' }) as Error,
  )
})

test('what is asked for is taken, and nothing beside it', () => {
  const value = { models: { a: { name: 'A', modalities: { input: ['text'] }, limit: { context: 1 } } } }
  const changes = [{ path: ['provider', 'p'], value, more: 1 }, { path: ['share'] }]
  expect(askedChange({ ...change, changes, more: 1 })).toEqual({
    scope: 'project',
    expected,
    changes: [{ path: ['provider', 'p'], value }, { path: ['share'] }],
  })
  expect(askedChange({ ...change, changes: [{ ...one, value: deep(11) }] })).toBeDefined()
})

const changesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    path: ['provider', 'openrouter', 'models', `somebody/a-model-with-a-name-${at}`],
    value: { name: `A model with a name ${at}`, limit: { context: 200_000, output: 64_000 } },
  }))

test('all models that a server may tell of are one change, in a time that grows with their number alone', () => {
  const changes = changesOf(2000)
  expect(JSON.stringify({ ...change, changes }).length).toBeLessThan(512 * 1024)
  expect(askedChange({ ...change, changes }).changes).toHaveLength(2000)
  const tooMany = expect.objectContaining({ code: 'bad-change' }) as Error
  expect(() => askedChange({ ...change, changes: changesOf(5001) })).toThrow(tooMany)
  // Copied anew for each: 10^9 names.
  const many = changesOf(50_000).map((one) => ({ ...one, written: one.path }))
  expect(Object.keys(setAndUnset(many).set ?? {})).toEqual(['provider'])
})

test('what is set becomes one object, and nobody’s value is changed by that', () => {
  const value = { b: 1 }
  const meant = [
    { path: ['a'], written: ['a'], value },
    { path: ['a', 'c'], written: ['a', 'c'], value: true },
    { path: ['x', 'y'], written: ['x'] },
  ]
  expect(setAndUnset(meant)).toEqual({ set: { a: { b: 1, c: true } }, unset: [['x']] })
  expect(value).toEqual({ b: 1 })
  expect(setAndUnset(meant.slice(2))).toEqual({ unset: [['x']] })
  expect(setAndUnset(meant.slice(0, 1))).toEqual({ set: { a: { b: 1 } } })
})
