import { expect, test } from 'vitest'
import { findProvider } from './known-provider.ts'

const acme = {
  id: 'acme',
  options: { baseURL: 'https://a.test/v1', apiKey: 'sk' },
  models: { small: { api: { url: '' } }, large: {} },
}
const catalogue = { id: 'openai', models: { gpt: { api: { url: 'https://o.test/v1' } } } }

test('its address and its models, the engine’s choice first', () => {
  const answer = { providers: [acme, catalogue, { id: 7 }], default: { acme: 'large' } }
  expect(findProvider(answer, 'acme')).toEqual({
    found: { id: 'acme', baseURL: 'https://a.test/v1', models: ['large', 'small'] },
    ids: ['acme', 'openai'],
  })
  expect(findProvider(answer, 'openai').found).toEqual({
    id: 'openai',
    baseURL: 'https://o.test/v1',
    models: ['gpt'],
  })
})

test('one that is not there, and answers that are none', () => {
  expect(findProvider({ providers: [acme], default: { acme: 'gone' } }, 'other')).toEqual({
    found: undefined,
    ids: ['acme'],
  })
  for (const answer of [undefined, 'x', {}, { providers: 1 }])
    expect(findProvider(answer, 'acme')).toEqual({ found: undefined, ids: [] })
})
