import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress } from './base-url.ts'

test.each([
  ['https://x.example/v1', { url: 'https://x.example/v1', lacksVersion: false }],
  [' https://x.example/v1// ', { url: 'https://x.example/v1', lacksVersion: false }],
  ['https://x.example/api/v1beta', { url: 'https://x.example/api/v1beta', lacksVersion: false }],
  ['http://127.0.0.1:4000', { url: 'http://127.0.0.1:4000', lacksVersion: true }],
  [
    'https://x.example/v1/chat/completions',
    {
      url: 'https://x.example/v1',
      api: 'chat',
      changed: '“/chat/completions” was left out: Kilo adds it.',
      lacksVersion: false,
    },
  ],
  [
    'https://x.example/v1/Responses/',
    {
      url: 'https://x.example/v1',
      api: 'responses',
      changed: '“/responses” was left out: Kilo adds it.',
      lacksVersion: false,
    },
  ],
  [
    'localhost:4000/v1/models',
    {
      url: 'http://localhost:4000/v1',
      changed: '“http://” was added. “/models” was left out: Kilo adds it.',
      lacksVersion: false,
    },
  ],
  ['x.example/v1', { url: 'https://x.example/v1', changed: '“https://” was added.', lacksVersion: false }],
])('%s', (text, read) => expect(readAddress(text)).toEqual(read))

test.each([
  ['', 'Write the address'],
  ['ftp://x.example/v1', 'http:// or https://'],
  ['javascript://alert(1)', 'http:// or https://'],
  ['https://ada:key@x.example/v1', 'Leave the login out'],
  ['https://x.example/v1?key=1', 'Leave out what is behind'],
  ['https://', 'no address'],
  ['http://x y', 'no address'],
  [`https://x.example/${'a'.repeat(3000)}`, 'too long'],
])('“%s” is none', (text, problem) =>
  expect(readAddress(text)).toEqual({ problem: expect.stringContaining(problem) }),
)

test('what is corrected once stays as it is', () => {
  fc.assert(
    fc.property(
      fc.webUrl(),
      fc.constantFrom('', '/', '/v1', '/responses', '/chat/completions/'),
      (base, end) => {
        const read = readAddress(base + end)
        if (!('url' in read)) return
        expect(readAddress(read.url)).toMatchObject({ url: read.url })
      },
    ),
  )
})
