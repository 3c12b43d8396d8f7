import { expect, it } from 'vitest'
import { KnownSecrets } from './known-secrets.ts'
import { settingsIn } from './settings-in.ts'

const KEY = 'planted0a1b2c3d4e5f6'

it.each([
  ['a key', `{ "provider": { "p": { "options": { "apiKey": "${KEY}", } } } } // so`],
  ['a header of any name', `{ "mcp": { "a": { "headers": { "X-Any": "${KEY}" } } } }`],
  [
    'behind a reference without quotes',
    `{ "mcp": { "a": { "timeout": {env:T}, "headers": { "A": "${KEY}" } } } }`,
  ],
  ['in a text that is cut off', `{ "mcp": { "a": { "environment": { "A": "${KEY}"`],
  ['in one that is no JSON', `"token" : "${KEY}" and so on {{`],
  ['in a long one', `{ "prompt": "${'x'.repeat(1 << 18)}", "apiKey": "${KEY}" }`],
  ['beside what no recursion reaches', `{ "apiKey": "${KEY}", "a": ${'['.repeat(100_000)}`],
])('%s is known', (_, text) => {
  const known = new KnownSecrets('salt')
  known.tellAll(settingsIn(text))
  expect(known.mask(`it is ${KEY}`)).toMatch(/^it is \{hidden:/)
})

it('of references nothing is', () => {
  const known = new KnownSecrets('salt')
  known.tellAll(settingsIn('{ "apiKey": "{file:./a-long-name.txt}", "token": {env:SOME_TOKEN_NAME} }'))
  expect(known.isEmpty).toBe(true)
})
