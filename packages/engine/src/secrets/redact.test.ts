import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redact, type Hiding, type Place } from './redact.ts'

/** Shows what is hidden as `#`, what is hidden everywhere as `##`. */
const hiding: Hiding = { hide: (_, sure) => (sure ? '##' : '#'), text: (text) => text }
const KEY = 'PLANT0365bff490bd55f98f5bf'
const red = (value: unknown, place?: Place) => redact(value, hiding, place)

it.each<[string, unknown, unknown]>([
  [
    'the key of a provider',
    { providers: [{ id: 'p', key: 'short' }] },
    { providers: [{ id: 'p', key: '##' }] },
  ],
  [
    'options of a library, but what is harmless',
    { provider: { p: { options: { apiKey: 'k', x: 'y', timeout: 5, region: 'eu', deep: [{ z: 'w' }] } } } },
    { provider: { p: { options: { apiKey: '##', x: '#', timeout: 5, region: 'eu', deep: [{ z: '#' }] } } } },
  ],
  [
    'headers and variables: all of them, and everywhere those that are named or look like keys',
    { headers: { Authorization: 'Bearer abc', Accept: 'text/html', 'X-Team': KEY }, environment: { A: 'b' } },
    { headers: { Authorization: 'Bearer ##', Accept: '#', 'X-Team': '##' }, environment: { A: '#' } },
  ],
  [
    'what says where a secret is',
    { options: { apiKey: '{env:A}' }, headers: { a: 'Bearer {env:B}', b: '{env:C}and a secret of its own' } },
    { options: { apiKey: '{env:A}' }, headers: { a: 'Bearer {env:B}', b: '#' } },
  ],
  ['nothing', { apiKey: '' }, { apiKey: '' }],
  [
    'addresses',
    { url: `http://u:p@h/v1/${KEY}/x?token=t&q=1#${KEY}`, instructions: ['https://tok@h/a', 'AGENTS.md'] },
    { url: 'http://u:##@h/v1/##/x?token=##&q=1###', instructions: ['https://##@h/a', 'AGENTS.md'] },
  ],
  [
    'commands',
    {
      mcp: {
        m: { command: ['npx', '--token', 'a', '--api-key=b', 'X_TOKEN=c', `/x/${KEY}`, '-v', '{env:D}'] },
      },
    },
    {
      mcp: {
        m: { command: ['npx', '--token', '##', '--api-key=##', 'X_TOKEN=##', '/x/##', '-v', '{env:D}'] },
      },
    },
  ],
  [
    'what people called so',
    {
      mcp: { 'github-token': { type: 'local' } },
      provider: { auth: { name: 'A', models: { key: { name: 'K' } } } },
    },
    {
      mcp: { 'github-token': { type: 'local' } },
      provider: { auth: { name: 'A', models: { key: { name: 'K' } } } },
    },
  ],
  [
    'rules, whatever their patterns are called',
    { permission: { bash: { '*token*': 'ask' }, token: 'deny' } },
    { permission: { bash: { '*token*': 'ask' }, token: 'deny' } },
  ],
  ['names of variables', { env: ['OPENAI_API_KEY'] }, { env: ['OPENAI_API_KEY'] }],
  ['options of plugins', { plugin: ['a', ['b', { x: 'y' }]] }, { plugin: ['a', ['b', { x: '#' }]] }],
  [
    'a field, by its path',
    {
      fields: {
        'indexing.openai.apiKey': {
          key: 'k',
          path: ['indexing', 'openai', 'apiKey'],
          source: 'global',
          value: 'v',
          local: 'l',
        },
      },
    },
    {
      fields: {
        'indexing.openai.apiKey': {
          key: 'k',
          path: ['indexing', 'openai', 'apiKey'],
          source: 'global',
          value: '##',
          local: '##',
        },
      },
    },
  ],
  [
    'an entry of a collection, whatever it is called',
    {
      collections: {
        mcp: [
          {
            key: 'token',
            path: ['mcp', 'token'],
            source: 'project',
            value: { headers: { a: 'b' }, type: 'remote' },
          },
        ],
      },
    },
    {
      collections: {
        mcp: [
          {
            key: 'token',
            path: ['mcp', 'token'],
            source: 'project',
            value: { headers: { a: '#' }, type: 'remote' },
          },
        ],
      },
    },
  ],
  [
    'what only looks like an entry',
    {
      one: { key: 'short', path: [], source: 'x' },
      other: { key: KEY, path: ['a'], source: 'x' },
      headers: { key: 'a', path: ['model'], source: 'x', value: 'short' },
    },
    {
      one: { key: '##', path: [], source: 'x' },
      other: { key: '##', path: ['a'], source: 'x' },
      headers: { key: '##', path: ['#'], source: '#', value: '#' },
    },
  ],
  [
    'what an entry has besides',
    { e: { key: 'model', path: ['model'], source: 'global', value: 'm', headers: { a: 'b' } } },
    { e: { key: 'model', path: ['model'], source: 'global', value: 'm', headers: { a: '#' } } },
  ],
  [
    'what says which one it is',
    { id: 'https://a:b@h', type: 'https://a:b@h' },
    { id: 'https://a:b@h', type: 'https://a:b@h' },
  ],
  [
    'links in a prompt',
    { agent: { a: { prompt: `See https://h/${KEY} and https://u:p@h` } } },
    { agent: { a: { prompt: `See https://h/${KEY} and https://u:#@h` } } },
  ],
  ['what is no text', { apiKey: null, token: 5, secret: true }, { apiKey: null, token: 5, secret: true }],
])('%s', (_, given, shown) => expect(red(given)).toEqual(shown))

it('a value of one’s own is hidden in every place that holds secrets, however deep, and shape and keys stay', () => {
  const inside = fc.oneof(
    fc.constant('SECRET-VALUE'),
    fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constant('SECRET-VALUE'),
        fc.dictionary(fc.constantFrom('a', 'token', 'x-y'), tie('tree'), { maxKeys: 3 }),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    })).tree,
  )
  fc.assert(
    fc.property(
      inside,
      fc.constantFrom('options', 'headers', 'environment', 'apiKey', 'settings', 'initialization'),
      (value, name) => {
        const given = { provider: { p: { [name]: value } } }
        const text = JSON.stringify(red(given))
        expect(text).not.toContain('SECRET-VALUE')
        expect(text.replaceAll(/"#+"/g, '"SECRET-VALUE"')).toBe(JSON.stringify(given))
      },
    ),
  )
})
