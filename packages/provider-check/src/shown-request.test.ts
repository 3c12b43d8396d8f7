import { expect, it, test } from 'vitest'
import { hasKey, keysOf, secretsOf, shownRequest, withoutKeys } from './shown-request.ts'

const url = new URL('https://user:pass@a.test/v1/chat/completions?api-version=1&key=sk-query')
const body = {
  model: 'm',
  max_tokens: 8000,
  stream: true,
  api_key: 'sk-body',
  prompt_cache_key: 'sk-cache',
  long: 'x'.repeat(300),
  messages: [{ role: 'user', content: 'secret words' }],
  input: 'secret words',
  tools: [{ a: 1 }, { b: 2 }],
}
const headers = {
  authorization: 'Bearer sk-header',
  'api-key': 'sk-azure',
  'x-acme-session': 'sk-other',
  'content-type': 'application/json',
  'user-agent': 'Kilo-Code/7',
  'x-session-id': 'ses_1',
  host: '127.0.0.1:1',
  connection: 'keep-alive',
}

test('what may be a key is left out, and so are texts; what a provider may stumble over is not', () => {
  const shown = shownRequest({ method: 'POST', url, headers, body: Buffer.from(JSON.stringify(body)) })
  const text = JSON.stringify(shown)
  for (const secret of ['sk-', 'pass', 'secret words', 'ses_1']) expect(text).not.toContain(secret)
  expect(shown).toMatchObject({
    url: 'https://a.test/v1/chat/completions?•••',
    tools: 2,
    headers: [
      ['authorization', 'Bearer •••'],
      ['api-key', '•••'],
      ['x-acme-session', '•••'],
      ['content-type', 'application/json'],
      ['user-agent', 'Kilo-Code/7'],
    ],
  })
  expect(JSON.parse(shown.body ?? '')).toEqual({
    model: 'm',
    max_tokens: 8000,
    stream: true,
    api_key: '•••',
    prompt_cache_key: '•••',
    long: `${'x'.repeat(200)}…`,
  })
})

test('a body that is no JSON is not shown', () => {
  const shown = shownRequest({ method: 'POST', url, headers: {}, body: Buffer.from('sk-raw') })
  expect(shown).toMatchObject({ bytes: 6 })
  expect(shown).not.toHaveProperty('body')
})

it.each<[Record<string, string>, string, boolean]>([
  [{ authorization: 'Bearer sk-123456' }, 'https://a.test', true],
  [{ authorization: 'Bearer' }, 'https://a.test', false],
  [{ authorization: 'Bearer ' }, 'https://a.test', false],
  [{}, 'https://a.test', false],
  [{ 'x-api-key': 'sk-123456' }, 'https://a.test', true],
  [{}, 'https://a.test/?key=sk', true],
  [{}, 'https://a.test/?key=', false],
])('%j at %s has a key: %s', (headers, address, has) => expect(hasKey(headers, new URL(address))).toBe(has))

test('what was sent is not told again', () => {
  const keys = keysOf(headers)
  expect(keys).toEqual(['sk-header', 'sk-azure'])
  // A provider may have a header of its own for it.
  expect(secretsOf(headers)).toEqual(['sk-header', 'sk-azure', 'sk-other'])
  expect(withoutKeys('Incorrect key sk-header or sk-header', keys)).toBe('Incorrect key ••• or •••')
})
