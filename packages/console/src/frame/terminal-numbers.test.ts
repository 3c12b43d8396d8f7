import { expect, it } from 'vitest'
import { numberTerminals } from './terminal-numbers.ts'

const shell = (id: string, cwd = '/app', command = '/bin/bash') => ({ id, cwd, command })
const none = new Map<string, number>()

it('counts the terminals of one shell and folder in the order in which they were opened', () => {
  const terminals = [shell('c'), shell('a'), shell('b', '/other'), shell('d', '/app', 'fish')]
  expect(Object.fromEntries(numberTerminals(none, terminals))).toEqual({ a: 1, b: 1, c: 2, d: 1 })
})

it('leaves each its number when another one is closed, and gives that to the next', () => {
  const three = numberTerminals(none, [shell('a'), shell('b'), shell('c')])
  const two = numberTerminals(three, [shell('b'), shell('c')])
  expect([...two]).toEqual([
    ['b', 2],
    ['c', 3],
  ])
  expect(numberTerminals(two, [shell('b'), shell('c'), shell('d')]).get('d')).toBe(1)
})

it('is the same map as long as nothing changes', () => {
  const before = numberTerminals(none, [shell('a'), shell('b')])
  expect(numberTerminals(before, [shell('b'), shell('a')])).toBe(before)
  expect(numberTerminals(none, [])).toBe(none)
})
