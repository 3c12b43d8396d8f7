import { expect, it } from 'vitest'
import { variableState } from './variables-route.ts'

const theirs = new Map([
  ['BOTH', 'a'],
  ['THEIRS', 'b'],
  ['EMPTY', ''],
])
const ours = new Map([
  ['BOTH', 'c'],
  ['EMPTY', 'd'],
  ['LATER', 'e'],
])

it.each([
  ['BOTH', 'set'],
  ['THEIRS', 'set'],
  ['EMPTY', 'after-restart'],
  ['LATER', 'after-restart'],
  ['NOWHERE', 'unset'],
])('%s is %s', (name, state) => expect(variableState(name, theirs, ours)).toBe(state))

it('of a process that cannot be looked into nothing is claimed', () => {
  expect(variableState('BOTH', undefined, ours)).toBe('unknown')
})
