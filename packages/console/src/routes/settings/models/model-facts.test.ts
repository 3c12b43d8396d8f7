import { expect, test } from 'vitest'
import type { ModelChoice } from '../../../store/choices.ts'
import { abilities, factsOf } from './model-facts.ts'

const bare: ModelChoice = {
  providerID: 'acme',
  modelID: 'bare',
  name: 'Bare',
  provider: 'Acme',
  contextLimit: 0,
  variants: [],
}
const whole: ModelChoice = {
  ...bare,
  contextLimit: 200_000,
  limit: { context: 200_000, input: 150_000, output: 32_000 },
  cost: { input: 3, output: 15, cache: { read: 0.3, write: 0.0375 } },
  seesImages: true,
  capabilities: {
    reasoning: true,
    toolcall: false,
    input: { image: true, pdf: true, audio: false },
    output: { image: false },
  },
  variants: ['low', 'high'],
}
const texts = (model: ModelChoice) => Object.fromEntries(factsOf(model).map(({ name, text }) => [name, text]))

test('all that is told of a model', () => {
  expect(texts(whole)).toEqual({
    Context: '200,000 tokens',
    'Most input': '150,000 tokens',
    'Most output': '32,000 tokens',
    'Price in': '$3.00',
    'Price out': '$15.00',
    'Cache read': '$0.30',
    'Cache write': '$0.0375',
    Reads: 'text, images, PDF',
    Writes: 'text',
    Reasoning: 'yes',
    'Tool calls': 'no',
    Variants: 'low, high',
  })
  expect(abilities(whole)).toEqual(['images', 'PDF', 'reasoning', 'no tool calls', '2 variants'])
})

test('what is not told is said to be that, and is no 0 and no “no”', () => {
  const { Variants, ...others } = texts(bare)
  expect(Variants).toBe('none')
  expect(new Set(Object.values(others))).toEqual(new Set(['not told']))
  expect(abilities(bare)).toEqual([])
})
