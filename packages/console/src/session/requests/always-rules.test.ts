import { expect, test } from 'vitest'
import { isPicked, rulesMeant, rulesOffered, toggled } from './always-rules.ts'

const plain = { always: ['rm *', 'find *'], metadata: {} }
const narrower = { always: ['npm *'], metadata: { rules: ['npm test *', 'npm *', 5, null] } }

test.each([
  ['each command of a line', plain, ['rm *', 'find *'], ['rm *', 'find *']],
  ['narrower ones besides', narrower, ['npm *', 'npm test *'], ['npm *']],
  ['one twice', { always: ['*', '*'], metadata: {} }, ['*'], ['*']],
  ['what the engine asks for each time', { always: ['*'], metadata: { disableAlways: true } }, [], []],
  ['rules that are none', { always: ['a'], metadata: { rules: 'b' } }, ['a'], ['a']],
  ['none', { always: [], metadata: {} }, [], []],
])('%s', (_, request, offered, meant) => {
  expect(rulesOffered(request)).toEqual(offered)
  expect(rulesMeant(request)).toEqual(meant)
})

test('of very many some', () => {
  const always = Array.from({ length: 500 }, (_, index) => `${index} *`)
  expect(rulesOffered({ always, metadata: {} })).toHaveLength(50)
})

test('a rule is chosen and taken back', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

test.each([
  [['rm *', 'find *'], false],
  [['find *', 'rm *'], false],
  [['find *'], true],
  [[], true],
])('%j chosen are other ones than meant: %s', (chosen, picked) =>
  expect(isPicked(plain, chosen)).toBe(picked),
)

test('a narrower one in place of the wide one is picked', () =>
  expect(isPicked(narrower, ['npm test *'])).toBe(true))
