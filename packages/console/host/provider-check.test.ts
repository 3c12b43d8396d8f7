import { expect, it, test } from 'vitest'
import { askedCheck, withVariables } from './provider-check.ts'

it.each([
  { model: '' },
  { model: 7 },
  { model: 'x'.repeat(513) },
  { definition: 'x' },
  { definition: [] },
  { definition: null },
])('%j is no check', (body) =>
  expect(() => askedCheck(body)).toThrow(
    expect.objectContaining({ code: 'bad-check', status: 400 }) as Error,
  ),
)

test('what is asked for is taken, and nothing beside it', () => {
  expect(askedCheck({})).toEqual({})
  const definition = { options: { baseURL: 'http://a' } }
  expect(askedCheck({ model: 'm', definition, more: 1 })).toEqual({ model: 'm', definition })
})

test('variables are filled in wherever they stand; one that is not set is empty', () => {
  const env = new Map([['KEY', 'sk-1']])
  const definition = {
    options: { apiKey: '{env:KEY}', headers: { a: 'x {env:NONE}' } },
    list: ['{env:KEY}', 1, null],
  }
  expect(withVariables(definition, env)).toEqual({
    options: { apiKey: 'sk-1', headers: { a: 'x ' } },
    list: ['sk-1', 1, null],
  })
})
