import { expect, test } from 'vitest'
import { alwaysOffer, canAlways, isPicked, toggled } from './always-rules.ts'

const plain = { always: ['rm *', 'find *'], metadata: {} }
const narrower = { always: ['npm *'], metadata: { rules: ['npm test *', 'npm *', 5, null] } }
const eachTime = { always: ['*'], metadata: { disableAlways: true, rules: ['a'] } }

test.each([
  ['each command of a line', plain, true, ['rm *', 'find *'], ['rm *', 'find *']],
  ['narrower ones besides', narrower, true, ['npm *', 'npm test *'], ['npm *']],
  ['no narrower ones where none can be picked', narrower, false, ['npm *'], ['npm *']],
  ['narrower ones alone', { ...narrower, always: [] }, true, ['npm test *', 'npm *'], []],
  ['one twice', { always: ['*', '*'], metadata: {} }, true, ['*'], ['*']],
  ['what the engine asks for each time', eachTime, true, [], []],
  ['rules that are none', { always: ['a'], metadata: { rules: 'b' } }, true, ['a'], ['a']],
  ['none', { always: [], metadata: {} }, true, [], []],
])('%s', (_, request, canPick, rules, meant) => {
  expect(alwaysOffer(request, canPick)).toEqual({ rules, meant, more: 0 })
})

test('of very many those that are shown can be allowed, by their names; where none can be picked, none', () => {
  const request = { always: Array.from({ length: 500 }, (_, index) => `${index} *`), metadata: {} }
  const offer = alwaysOffer(request, true)
  expect(offer).toEqual({ rules: request.always.slice(0, 50), meant: offer.rules, more: 450 })
  expect([canAlways(offer, offer.meant, true), isPicked(request, offer.meant)]).toEqual([true, true])
  expect(canAlways(alwaysOffer(request, false), offer.meant, false)).toBe(false)
})

test.each([
  ['as the engine means it', plain, ['rm *', 'find *'], true],
  ['one of them', plain, ['rm *'], true],
  ['none of them', plain, [], false],
  ['none where none is offered', eachTime, [], true],
])('“always” can be answered with %s: %#', (_, request, chosen, can) =>
  expect(canAlways(alwaysOffer(request, true), chosen, true)).toBe(can),
)

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

test('where the engine asks each time, its answer says it all', () =>
  expect(isPicked(eachTime, [])).toBe(false))
