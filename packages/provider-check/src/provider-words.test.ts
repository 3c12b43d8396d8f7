import { expect, it } from 'vitest'
import { providerWords } from './provider-words.ts'

it.each<[string, string | undefined]>([
  ['{"error":{"message":"Incorrect API key"}}', 'Incorrect API key'],
  ['{"error":"model not found"}', 'model not found'],
  ['{"message":"Unauthorized"}', 'Unauthorized'],
  ['{"detail":"Not Found"}', 'Not Found'],
  ['Bad gateway\nnginx', 'Bad gateway'],
  ['{"code":7}', undefined],
  ['[1]', undefined],
  ['', undefined],
  ['null', 'null'],
  ['<!doctype html><p>hi', undefined],
  ['{"error":{"message":"a\\u001b[31mred"}}', 'ared'],
])('%s says %s', (text, said) => expect(providerWords(text, 'application/json')).toEqual(said))

it('a page says nothing, and what is long is cut', () => {
  expect(providerWords('words', 'text/html; charset=utf-8')).toBeUndefined()
  expect(providerWords('x'.repeat(1000), '')).toHaveLength(300)
})
