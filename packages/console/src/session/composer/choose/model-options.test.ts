import { expect, test } from 'vitest'
import type { ModelChoice } from '../../../store/choices.ts'
import { modelOptions, priceText } from './model-options.ts'

const model = (providerID: string, modelID: string): ModelChoice => ({
  providerID,
  modelID,
  name: modelID,
  provider: providerID,
  contextLimit: 200_000,
  cost: { input: 1.25, output: 10 },
  variants: [],
})
const models = [model('a', 'one'), model('a', 'two'), model('b', 'three')]

test('each model once: favourites, then recent ones, then by provider', () => {
  const options = modelOptions(models, ['b/three', 'gone/gone'], ['b/three', 'a/two'])
  expect(options.map(({ group, id }) => `${group}: ${id}`)).toEqual([
    'Favourites: b/three',
    'Recent: a/two',
    'a: a/one',
  ])
  expect(options[0]).toMatchObject({ favourite: true, detail: 'b · 200k context · $1.25 in, $10 out' })
})

test('fault 42: names of a server’s own have nothing unseen in them', () => {
  const [option] = modelOptions([{ ...model('a', 'x'), name: 'gpt\u202e4\n' }], [], [])
  expect(option?.title).not.toMatch(/[\u202e\n]/)
})

test.each([
  [undefined, ''],
  [{ input: 0, output: 0 }, 'free'],
  [{ input: 0.1, output: 0.4 }, '$0.10 in, $0.40 out'],
  [{ input: 15, output: 75 }, '$15 in, $75 out'],
])('%j costs %s', (cost, expected) => expect(priceText({ cost })).toBe(expected))
