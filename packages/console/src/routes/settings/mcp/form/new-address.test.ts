import { expect, test } from 'vitest'
import { draftOf } from './draft.ts'
import { newAddress } from './new-address.ts'

const before = {
  type: 'remote',
  url: 'https://a.example/mcp',
  headers: { 'X-Key': '{hidden:3}', 'X-Mode': 'fast' },
  oauth: { clientId: 'c', clientSecret: '{hidden:4}' },
}
const told = (url: string, more: object = {}) =>
  newAddress({ ...draftOf('docs', before), url, ...more }, before)

test('what is hidden goes to another server with a word', () => {
  expect(told(' https://evil.example/mcp')).toBe(
    'Once it is saved, evil.example is sent what only a.example knew: X-Key, the client secret.',
  )
  expect(told('http://a.example/mcp', { login: 'header' })).toContain('X-Key.')
})

test('nothing is said where it goes where it went, or nothing hidden goes', () => {
  expect(told('https://a.example/other')).toBeUndefined()
  expect(told('https://')).toBeUndefined()
  const typed = { headers: [{ name: 'X-Key', value: 'new' }], login: 'header' }
  expect(told('https://evil.example', typed)).toBeUndefined()
  expect(newAddress(draftOf('docs', { ...before, url: 'https://evil.example' }), undefined)).toBeUndefined()
})
