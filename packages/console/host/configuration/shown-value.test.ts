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
    { value: 'https://…@x.example/v1?…' },
  ],
  ['provider/acme/options/baseURL', 'https://x.example/v1', { value: 'https://x.example/v1' }],
  ['provider/acme/options/baseURL', 'https://x.example/api/v1', { value: 'https://x.example/api/v1' }],
  [
    'provider/acme/options/baseURL',
    'https://x.example/c0ffee00c0ffee00c0ffee00c0/v1',
    { value: 'https://x.example/…/v1' },
  ],
  ['provider/acme/options/baseURL', 'https://sk-1:not a url', { value: '…' }],
  ['mcp/files/command', ['npx', '--token', 'sk-1'], { value: ['npx', '…'] }],
  ['mcp/files/command', ['npx'], { value: ['npx'] }],
  ['plugin', ['a', ['b', { key: 'sk-1' }], { c: 'sk-1' }], { value: ['a', 'b', '…'] }],
  ['mode', { any: 'sk-1' }, { value: {} }],
  ['compaction/preserve_recent_tokens', 5, { value: 5 }],
  ['tool_output/max_tokens', 5, { value: 5 }],
  ['permission/bash/git push *', 'ask', { value: 'ask' }],
  ['snapshot', false, { value: false }],
  ['permission/read/*.env', 'deny', { value: 'deny' }],
  ['permission/edit/**/*.key', 'ask', { value: 'ask' }],
  ['agent/token-report/permission/bash/npm run env', 'allow', { value: 'allow' }],
  ['agent/secret-scan/description', 'Looks for keys', { value: 'Looks for keys' }],
  ['mcp/auth/type', 'remote', { value: 'remote' }],
  ['provider/acme/options/headerTimeout', 5000, { value: 5000 }],
  ['provider/acme/env', ['ACME_KEY'], { value: ['ACME_KEY'] }],
  ['provider/acme/models/token-1/name', 'One', { value: 'One' }],
  ['provider/acme/models/m/options/temperature', 0.5, { value: 0.5 }],
  ['provider/acme/models/m/options/max_tokens', 5, { value: 5 }],
  ['provider/acme/models/m/options/pin', 'sk-1', secret],
  ['provider/acme/models/m/options/reasoningSummary', 'auto', { value: 'auto' }],
  [
    'provider/acme/models/m/options/include',
    ['reasoning.encrypted_content'],
    { value: ['reasoning.encrypted_content'] },
  ],
  ['provider/acme/models/m/variants/high/bearer', 'sk-1', secret],
  ['provider/acme/models/m/options/pwd', 12345678, secret],
  ['agent/a/options/accesstoken', 'sk-1', secret],
  ['agent/a/whatever', 'sk-1', secret],
  ['agent/a/temperature', 0.5, { value: 0.5 }],
  ['mcp/files/pat', 'sk-1', secret],
  ['mcp/x/url', 'https://mcp.x.example/api/mcp/s/abcdef/mcp', { value: 'https://mcp.x.example/api/…' }],
  ['mcp/x/url', 'https://x.example/c0ffee00c0ffee00c0ffee00c0', { value: 'https://x.example/…' }],
  ['mcp/x/url', 'https://sk-1@x.example', { value: 'https://x.example' }],
  ['plugin', ['x@git+https://sk-1@github.com/o/x.git'], { value: ['x@git+https://github.com/o/…'] }],
  ['plugin', ['file:///w/a/b.ts'], { value: ['file:///w/a/b.ts'] }],
  [
    'command/x/template',
    'curl https://u:sk-1@x.example and ask',
    { value: 'curl https://x.example and ask' },
  ],
  ['command/x/template', 'API_KEY=sk-1 run --token sk-2', { value: 'API_KEY=… run --token …' }],
  ['mcp/files/command', ["sh -c 'API_KEY=sk-1 x'"], { value: ['sh', '…'] }],
  ['mcp/files/command', ['API_KEY=sk-1 x'], { value: ['API_KEY=…', '…'] }],
  ['instructions', ['see ghp_0123456789abcdef'], { value: ['see …'] }],
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
      fc.pre(typeof value !== 'boolean' && (typeof value !== 'string' || !value.startsWith('{')))
      expect(shownValue([...above, name, ...below], value)).toEqual(secret)
    }),
  )
})

test('lists of providers are shown whole, as long as the catalogue could make them', () => {
  const all = Array.from({ length: 300 }, (_, at) => `p${at}`)
  expect(shownValue(['disabled_providers'], all)).toEqual({ value: all })
  expect(shownValue(['watcher', 'ignore'], all)).toEqual({ value: [...all.slice(0, 200), '…'] })
})
