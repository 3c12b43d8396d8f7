import { expect, test } from 'vitest'
import * as bounds from './bounds.ts'
import { fitting, fittingEntries, fittingOnes } from './check.ts'
import { hostLimits, importLimits, jsonLimits, pageLimits, rosterLimits, valueLimits } from './limits.ts'

const { id, list, may, message, name, number, object, path, table, text, time, whole } = bounds
const x = (length: number) => 'x'.repeat(length)

test.each<[string, bounds.Schema<unknown>, unknown, boolean]>([
  ['a number', number, -1.5, true],
  ['no number', number, Number.POSITIVE_INFINITY, false],
  ['a number as text', number, '1', false],
  ['the first moment', time, 0, true],
  ['one before it', time, -1, false],
  ['the last moment of a Date', time, 8.64e15, true],
  ['one after it', time, 8.64e15 + 1, false],
  ['a long text', text, x(valueLimits.text), true],
  ['a longer one', text, x(valueLimits.text + 1), false],
  ['a text of any length', whole, x(valueLimits.text + 1), true],
  ['a long path', path, x(valueLimits.path), true],
  ['a longer path', path, x(valueLimits.path + 1), false],
  ['no path', path, '', false],
  ['a path that ends elsewhere for the system', path, 'a\0b', false],
  ['a long id', id, x(valueLimits.id), true],
  ['a longer id', id, x(valueLimits.id + 1), false],
  ['a key that every object has', id, 'constructor', false],
  ['a full list', list(number, 2), [1, 2], true],
  ['a list with more', list(number, 2), [1, 2, 3], false],
  ['a list as long as may be', list(number), Array.from({ length: valueLimits.list }, () => 1), true],
  ['a longer list', list(number), Array.from({ length: valueLimits.list + 1 }, () => 1), false],
  ['a table', table(number), { a: 1 }, true],
  ['a key that is too long', table(number), { [x(valueLimits.name + 1)]: 1 }, false],
  ['a flag', bounds.flag, false, true],
  ['anything', bounds.anything, undefined, true],
])('%s', (_, schema, value, fits) => {
  expect(fitting(schema, value)).toEqual(fits ? value : undefined)
  expect(fittingOnes(schema, [value], 1, () => undefined)).toHaveLength(fits ? 1 : 0)
})

test.each([
  ['a name', name, valueLimits.name],
  ['a message', message, valueLimits.message],
])('%s that is too long is cut', (_, schema, most) => {
  expect(fitting(schema, x(most))).toBe(x(most))
  expect(fitting(schema, x(most + 1))).toBe(`${x(most - 1)}…`)
})

test('null is the same as a key that need not be there, and only there', () => {
  const schema = object<{ a: number; b?: number; c?: string }>({ a: number, b: may(number), c: may(name) })
  expect(fitting(schema, { a: 1, b: null, c: 'x' })).toStrictEqual({ a: 1, c: 'x' })
  expect(fitting(schema, { a: 1, b: null, c: null })).toStrictEqual({ a: 1 })
  expect(fitting(schema, { a: 1, b: 2 })).toStrictEqual({ a: 1, b: 2 })
  expect(fitting(schema, { a: null, b: 2 })).toBeUndefined()
  for (const other of [null, undefined, 7, 'a', []]) expect(fitting(schema, other)).toBeUndefined()
  expect(fitting(object<{ a: number }>({ a: number }), { a: null })).toBeUndefined()
})

test('of a list the first that fit are kept, and the others counted', () => {
  const dropped: number[] = []
  const count = (many: number) => void dropped.push(many)
  expect(fittingOnes(number, [1, 'a', 2, 3], 3, count)).toEqual([1, 2])
  expect(fittingOnes(number, [1, 2], 2, count)).toEqual([1, 2])
  expect(() => fittingOnes(number, {}, 2, count)).toThrow('not what it should be')
  expect(dropped).toEqual([2, 1])
})

test('of a table the first that fit are kept, under keys that fit, and the others counted', () => {
  const dropped: number[] = []
  const count = (many: number) => void dropped.push(many)
  expect(fittingEntries(id, number, { a: 1, 'b c': 2, d: 'x', e: 3, f: 4 }, 4, count)).toEqual({ a: 1, e: 3 })
  expect(fittingEntries(id, number, { a: 1 }, 1, count)).toEqual({ a: 1 })
  for (const other of [[], null, 'a', undefined])
    expect(() => fittingEntries(id, number, other, 2, count)).toThrow('not what it should be')
  expect(dropped).toEqual([3, 1, 1, 1, 1])
})

test('budgets are whole numbers, and what is large is millions', () => {
  const all = [valueLimits, jsonLimits, hostLimits, rosterLimits, pageLimits, importLimits]
  expect(all.flatMap(Object.values).filter((limit) => !Number.isInteger(limit) || limit < 4)).toEqual([])
  const MEBI = 1024 ** 2
  expect([valueLimits.message, valueLimits.text, pageLimits.eventCost]).toEqual([2 ** 14, 4 * MEBI, 2 ** 13])
  expect([hostLimits.projectsSize, importLimits.fileBytes]).toEqual([2 ** 17, 128 * MEBI])
})
