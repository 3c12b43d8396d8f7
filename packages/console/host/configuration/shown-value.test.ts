import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReference, shownValue } from './shown-value.ts'

const secret = { secret: true }

test.each([
  ['provider/acme/options/apiKey', 'sk-1', secret],
  ['provider/acme/options/headers/x', 'sk-1', secret],
  ['provider/acme/options/anything', 'sk-1', secret],
  ['provider/acme/models/m/headers/x', 'sk-1', secret],
  ['mcp/files/environment/TOKEN', 'sk-1', secret],
  ['mcp/files/headers/Authorization', 'Bearer sk-1', secret],
  ['mcp/files/oauth/clientSecret', 'sk-1', secret],
  ['lsp/ts/env/X', 'sk-1', secret],
  ['lsp/ts/initialization/licence', 'sk-1', secret],
  ['formatter/x/environment/Y', 'sk-1', secret],
  ['indexing/openai/apiKey', 'sk-1', secret],
  ['experimental/x-auth-token', 'sk-1', secret],
  ['provider/acme/options/apiKey', '{env:ACME_KEY}', { value: '{env:ACME_KEY}' }],
  ['provider/acme/options/apiKey', 'sk-1{env:ACME_KEY}', secret],
  [
    'provider/acme/options/baseURL',
    'https://me:sk-1@x.example/v1?key=sk-1#sk-1',
    { value: 'https://x.example/v1?…' },
  ],
  ['provider/acme/options/baseURL', 'https://x.example/v1', { value: 'https://x.example/v1' }],
  ['provider/acme/options/baseURL', 'https://sk-1:not a url', { value: '…' }],
  ['mcp/files/command', ['npx', '--token', 'sk-1'], { value: ['npx', '…'] }],
  ['mcp/files/command', ['npx'], { value: ['npx'] }],
  ['plugin', ['a', ['b', { key: 'sk-1' }], { c: 'sk-1' }], { value: ['a', 'b', '…'] }],
  ['mode', { any: 'sk-1' }, { value: {} }],
  ['compaction/preserve_recent_tokens', 5, { value: 5 }],
  ['tool_output/max_tokens', 5, { value: 5 }],
  ['permission/bash/git push *', 'ask', { value: 'ask' }],
  ['snapshot', false, { value: false }],
  ['username', null, { value: null }],
  ['model', 'acme/monkey', { value: 'acme/monkey' }],
])('%s: %j is shown as %j', (path, value, shown) => {
  expect(shownValue(path.split('/'), value)).toEqual(shown)
})

test('nothing is of any length', () => {
  expect(JSON.stringify(shownValue(['username'], 'x'.repeat(1e6))).length).toBeLessThan(2100)
  expect(JSON.stringify(shownValue(['instructions'], Array(1e5).fill('x'))).length).toBeLessThan(1000)
})

test('what the engine fills in is known wherever it stands', () => {
  expect([
    isReference('{env:A}'),
    isReference(['a', '{file:~/b}']),
    isReference('env:A'),
    isReference(undefined),
  ]).toEqual([true, true, false, false])
})

test('below a name of secrets nothing is shown, whatever is around it', () => {
  const word = fc.constantFrom(
    'apiKey',
    'API_KEY',
    'clientSecret',
    'token',
    'headers',
    'environment',
    'env',
    'password',
  )
  const names = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 })
  fc.assert(
    fc.property(names, word, names, fc.jsonValue(), (above, name, below, value) => {
      fc.pre(typeof value !== 'string' || !value.startsWith('{'))
      expect(shownValue([...above, name, ...below], value)).toEqual(secret)
    }),
  )
})
