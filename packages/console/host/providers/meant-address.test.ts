import { expect, test } from 'vitest'
import { refuseElsewhere } from './meant-address.ts'

const known = { options: { apiKey: 'sk-own', baseURL: 'https://acme.test/v1' } }

function checked(definition: object, more: Partial<Parameters<typeof refuseElsewhere>[0]> = {}) {
  const whole = { ...definition }
  return () => refuseElsewhere({ provider: 'acme', asked: whole, whole, known, isStored: false, ...more })
}

const at = (baseURL: string, more: object = {}) => ({ options: { baseURL, ...more } })
const refused = expect.objectContaining({
  status: 409,
  code: 'key-elsewhere',
  message: expect.stringContaining('evil.test') as string,
}) as Error

test.each([
  ['a key of the configuration', at('https://evil.test/v1'), {}],
  ['a stored key', at('https://evil.test/v1'), { known: undefined, isStored: true }],
  ['a key of the environment', at('https://evil.test/v1'), { known: { key: 'sk', options: {} } }],
  ['a key that is hidden', at('https://evil.test/v1', { apiKey: '{hidden:0123456789ab}' }), {}],
  ['another’s', at('https://evil.test/v1', { apiKey: '{hidden:0123456789ab}' }), { known: undefined }],
  [
    'headers that are laid below',
    at('https://evil.test/v1', { apiKey: 'sk-typed' }),
    { known: { options: { ...known.options, headers: { 'x-key': 'sk' } } } },
  ],
  ['an address by another name', { api: ' https://evil.test' }, {}],
  [
    'one of a model',
    { ...at('https://acme.test'), models: { a: { provider: { api: 'https://evil.test' } } } },
    {},
  ],
  [
    'another port',
    at('http://evil.test:81'),
    { known: { options: { apiKey: 'sk', baseURL: 'http://evil.test' } } },
  ],
])('%s is not sent elsewhere', (_, definition, more) => {
  expect(checked(definition, more)).toThrow(refused)
})

test.each([
  ['the same server', at('https://acme.test/v2'), {}],
  ['a key that is typed', at('https://other.test', { apiKey: 'sk-typed' }), {}],
  ['nothing to be sent', at('https://other.test'), { known: { options: {} } }],
  ['one that is new', at('https://other.test', { apiKey: 'sk-typed' }), { known: undefined }],
  ['the same key, typed', at('https://other.test', { apiKey: 'sk-own' }), {}],
  [
    'another variable',
    at('https://other.test', { apiKey: 'sk-2' }),
    { asked: at('', { apiKey: '{env:B}' }) },
  ],
  ['no address', { name: 'Acme' }, {}],
])('%s may be checked', (_, definition, more) => {
  expect(checked(definition, more)).not.toThrow()
})
