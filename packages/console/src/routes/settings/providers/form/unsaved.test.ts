import { expect, test } from 'vitest'
import { emptyModel, emptyProvider, type ProviderDraft } from './draft.ts'
import { unsavedCheck } from './unsaved.ts'

const draft = (more: Partial<ProviderDraft>): ProviderDraft => ({
  ...emptyProvider(),
  id: 'acme',
  models: [
    { ...emptyModel(), id: 'a' },
    { ...emptyModel(), id: 'b' },
  ],
  ...more,
})

test('a new one is what would be written, with the key that is typed', () => {
  const changes = [
    { path: ['enabled_providers'], value: ['acme'] },
    { path: ['provider', 'acme', 'name'], value: 'Acme' },
    { path: ['provider', 'acme', 'options'], value: { baseURL: 'http://a/v1' } },
  ]
  expect(unsavedCheck(draft({ way: 'stored', key: ' sk-1 ' }), {}, changes)).toEqual({
    definition: { name: 'Acme', options: { baseURL: 'http://a/v1', apiKey: 'sk-1' } },
    model: 'a',
  })
  expect(unsavedCheck(draft({ way: 'variable', key: 'sk-1' }), {}, changes).definition).toEqual({
    name: 'Acme',
    options: { baseURL: 'http://a/v1' },
  })
})

test('of one that is there the rest stays, and what the form takes out is gone', () => {
  const inFile = {
    name: 'Acme',
    options: { baseURL: 'http://a/v1', apiKey: '{hidden:1}', headers: { 'x-key': '{hidden:2}' } },
    models: { a: { name: 'a', limit: { context: 1, output: 1 } } },
  }
  const changes = [
    { path: ['provider', 'acme', 'options', 'apiKey'] },
    { path: ['provider', 'acme', 'models', 'a', 'limit', 'context'], value: 9 },
    { path: ['provider', 'acme', 'models', 'gone', 'name'] },
  ]
  const check = unsavedCheck(draft({ way: 'stored', defaultModel: 'b' }), inFile, changes)
  expect(check).toEqual({
    definition: {
      name: 'Acme',
      options: { baseURL: 'http://a/v1', headers: { 'x-key': '{hidden:2}' } },
      models: { a: { name: 'a', limit: { context: 9, output: 1 } } },
    },
    model: 'b',
  })
  expect(inFile.options.apiKey).toBe('{hidden:1}')
})
