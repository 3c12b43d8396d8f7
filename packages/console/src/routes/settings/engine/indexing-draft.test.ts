import { expect, test } from 'vitest'
import type { ConfigurationField } from '../../../../shared/configuration.ts'
import {
  draftProblem,
  indexingChanges,
  indexingDraft,
  leavingText,
  type IndexingDraft,
} from './indexing-draft.ts'

const field = (path: string, value: unknown): ConfigurationField => ({
  path: ['indexing', ...path.split('.')],
  shown: { value },
  origin: 'layer',
  layers: [],
  inTarget: true,
})

const good: IndexingDraft = {
  provider: 'ollama',
  model: 'nomic-embed-text',
  dimension: '768',
  address: 'http://127.0.0.1:11434',
  variable: '',
  store: 'qdrant',
  qdrant: 'http://127.0.0.1:6333',
  agrees: true,
}

test('a form begins with what is in force', () => {
  const fields = [
    field('provider', 'ollama'),
    field('dimension', 768),
    field('ollama.baseUrl', 'http://a'),
    field('qdrant.url', 'http://q'),
  ]
  expect(indexingDraft({ fields })).toEqual({
    provider: 'ollama',
    model: '',
    dimension: '768',
    address: 'http://a',
    variable: '',
    store: 'lancedb',
    qdrant: 'http://q',
    agrees: false,
  })
  expect(indexingDraft({ fields: [] })).toMatchObject({ provider: '', address: '', store: 'lancedb' })
})

test.each<[Partial<IndexingDraft>, RegExp | undefined]>([
  [{}, undefined],
  [{ agrees: false }, /until you agree/],
  [{ provider: '' }, /who makes/],
  [{ address: '127.0.0.1' }, /provider begins/],
  [{ address: 'http://' }, /provider begins/],
  [{ provider: 'openai', address: '' }, undefined],
  [{ dimension: '1.5' }, /whole number/],
  [{ dimension: '0' }, /whole number/],
  [{ dimension: '' }, undefined],
  [{ qdrant: '' }, /Qdrant begins/],
  [{ store: 'lancedb', qdrant: '' }, undefined],
  [{ variable: 'sk-secret' }, /environment variable/],
  [{ variable: 'VOYAGE_KEY' }, undefined],
])('%j is said to be wrong in words', (part, problem) => {
  const said = draftProblem({ ...good, ...part })
  if (problem) expect(said).toMatch(problem)
  else expect(said).toBeUndefined()
  expect(indexingChanges({ ...good, ...part }, { fields: [] }).length > 0).toBe(!problem)
})

test('what is written, and what is taken out again', () => {
  expect(indexingChanges({ ...good, model: '' }, { fields: [field('model', 'x')] })).toEqual([
    { path: ['indexing', 'enabled'], value: true },
    { path: ['indexing', 'provider'], value: 'ollama' },
    { path: ['indexing', 'vectorStore'], value: 'qdrant' },
    { path: ['indexing', 'model'] },
    { path: ['indexing', 'dimension'], value: 768 },
    { path: ['indexing', 'ollama', 'baseUrl'], value: 'http://127.0.0.1:11434' },
    { path: ['indexing', 'qdrant', 'url'], value: 'http://127.0.0.1:6333' },
  ])
  const keyed = { ...good, provider: 'voyage', variable: 'VOYAGE_KEY', store: 'lancedb' }
  expect(indexingChanges(keyed, { fields: [] })).toContainEqual({
    path: ['indexing', 'voyage', 'apiKey'],
    value: '{env:VOYAGE_KEY}',
  })
})

test.each([
  [{ provider: '', address: '' }, 'who makes the embeddings'],
  [{ provider: 'kilo', address: '' }, 'to Kilo:'],
  [{ provider: 'ollama', address: 'http://box:11434/v1' }, 'Ollama at box:11434'],
  [{ provider: 'openai', address: 'http://elsewhere' }, 'to OpenAI:'],
])('what leaves the machine is told by who gets it: %j', (to, words) => {
  const text = leavingText({ ...to, store: 'lancedb', qdrant: 'http://box:6333' })
  expect(text).toContain(words)
  expect(text).not.toContain('Qdrant')
})

test.each([
  ['http://box:6333', 'goes to Qdrant at box:6333.'],
  ['', 'goes to Qdrant.'],
])('and by who keeps it: %j', (qdrant, words) => {
  expect(leavingText({ provider: 'kilo', address: '', store: 'qdrant', qdrant })).toContain(words)
})
