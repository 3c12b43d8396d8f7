import { expect, test } from 'vitest'
import type { ProviderModel } from '../../../../shared/providers.ts'
import { modelFacts } from './model-text.ts'

const model: ProviderModel = {
  id: 'm',
  name: 'M',
  limit: { context: 200_000, input: 180_000, output: 32_000 },
  cost: { input: 1.25, output: 10, cacheRead: 0.125 },
  input: ['text', 'image', 'pdf'],
  output: ['text'],
  reasoning: true,
  tools: true,
  temperature: false,
  variants: ['low', 'high'],
}

test('a model is told in its limits, prices and kinds', () => {
  expect(modelFacts(model)).toEqual([
    'context 200k',
    'input 180k',
    'output 32k',
    '$1.25 in, $0.13 cached, $10.00 out per million',
    'reads image, pdf',
    'reasoning: low, high',
  ])
})

test('what is not known is not told, and what is missing is', () => {
  const bare = { ...model, limit: { context: 0, output: 0 }, cost: { input: 0, output: 0 }, input: ['text'] }
  expect(modelFacts({ ...bare, output: ['text', 'image'], reasoning: false, tools: false })).toEqual([
    'context limit not set',
    'makes image',
    'no tools',
  ])
})
