import { expect, it } from 'vitest'
import { SecretPool } from './secret-pool.ts'

const kept = (id: string, ...forms: string[]) => ({
  id,
  forms: forms.map((form, at) => [form, `${id}${at}`] as const),
  isSure: forms.length > 0,
})

it('holds so many, and what stands for each, until it is the first to go', () => {
  const pool = new SecretPool(2, 100)
  pool.put('a', kept('1', 'form a', 'other a'))
  pool.put('b', kept('2'))
  expect([pool.isTooMuch, pool.hasRoomFor('c')]).toEqual([false, false])
  expect(['1', '10', '11', '2', '3'].map((id) => pool.marked(id))).toEqual([
    'a',
    'form a',
    'other a',
    'b',
    undefined,
  ])
  expect([...pool.forms]).toEqual([
    ['form a', '{hidden:10}'],
    ['other a', '{hidden:11}'],
  ])
  pool.put('a', kept('1', 'form a', 'other a'))
  pool.put('c', kept('3'))
  expect([pool.isTooMuch, pool.deleteFirst(), pool.isTooMuch]).toEqual([true, false, false])
  expect([pool.get('b'), pool.marked('2')]).toEqual([undefined, undefined])
  expect(pool.deleteFirst()).toBe(true)
  expect([pool.forms.size, pool.marked('1'), pool.marked('10')]).toEqual([0, undefined, undefined])
  pool.delete('not there')
  expect([pool.deleteFirst(), pool.deleteFirst(), pool.hasRoomFor('x')]).toEqual([false, false, true])
})

it('counts letters', () => {
  const pool = new SecretPool(10, 5)
  pool.put('abc', kept('1'))
  pool.put('abc', kept('1'))
  expect([pool.hasRoomFor('de'), pool.hasRoomFor('def'), pool.isTooMuch]).toEqual([true, false, false])
  pool.put('def', kept('2'))
  expect(pool.isTooMuch).toBe(true)
})
