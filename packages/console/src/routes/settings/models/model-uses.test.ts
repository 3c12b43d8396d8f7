import { expect, test } from 'vitest'
import type { ConfigurationField } from '../../../../shared/configuration.ts'
import { modelUses } from './model-uses.ts'

const field = (path: string[], value: unknown): ConfigurationField => ({
  path,
  origin: 'layer',
  layers: [],
  shown: { value },
})
const fields = [
  field(['model'], 'acme/large'),
  field(['agent', 'plan', 'model'], 'acme/gone'),
  field(['agent', 'plan', 'mode'], 'primary'),
  field(['agent', 'plan', 'options', 'model'], 'x'),
  field(['command', 'fix', 'model'], 'acme/large'),
  field(['provider', 'acme', 'model'], 'x'),
]

test('the roles whether they are set or not, then agents and commands that name a model', () => {
  const uses = modelUses({ fields }, new Set(['acme/large']))
  expect(uses.map(({ title, model, isMissing }) => [title, model, isMissing])).toEqual([
    ['Default model', 'acme/large', false],
    ['Small model', undefined, false],
    ['Subagent model', undefined, false],
    ['Agent plan', 'acme/gone', true],
    ['Command fix', 'acme/large', false],
  ])
})

test('nothing is missing while nobody knows what is offered', () => {
  expect(modelUses({ fields }, undefined).some(({ isMissing }) => isMissing)).toBe(false)
})
