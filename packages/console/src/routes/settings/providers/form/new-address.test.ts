import { expect, test } from 'vitest'
import type { ProviderRow } from '../rows.ts'
import { emptyProvider, type ProviderDraft } from './draft.ts'
import { newAddress } from './new-address.ts'

const row: ProviderRow = {
  id: 'acme',
  name: 'Acme',
  state: 'connected',
  listed: {
    id: 'acme',
    name: 'Acme',
    source: 'config',
    env: [],
    hasKey: true,
    baseURL: 'https://acme.test/v1',
    models: 1,
  },
  isInTarget: true,
  key: { from: 'reference', names: ['ACME'], stored: 'api', isOverridden: false, isStoredUnused: false },
}
const told = (more: Partial<ProviderDraft>, of: ProviderRow | undefined = row) =>
  newAddress({ ...emptyProvider(), id: 'acme', baseURL: 'https://evil.test/v1', ...more }, of)

test.each<[string, Partial<ProviderDraft>]>([
  ['kept', { way: 'kept' }],
  ['stored', { way: 'stored' }],
  ['of the same variable', { way: 'variable', variable: 'ACME' }],
  ['found by Kilo', { way: 'none', shape: 'catalogue' }],
  ['kept, to another port', { way: 'kept', baseURL: 'https://acme.test:81' }],
])('a key that is %s goes to another server with a word', (_, more) => {
  expect(told(more)).toMatch(
    /^Once it is saved, the key of Acme goes to \S+\. So far it went to acme\.test\.$/,
  )
})

test.each<[string, Partial<ProviderDraft>]>([
  ['at the same server', { way: 'kept', baseURL: 'https://acme.test/v2' }],
  ['typed', { way: 'stored', key: 'sk-1' }],
  ['of another variable', { way: 'variable', variable: 'EVIL' }],
  ['none', { way: 'none' }],
  ['at no address yet', { way: 'kept', baseURL: 'https://' }],
])('of a key that is %s nothing is said', (_, more) => {
  expect(told(more)).toBeUndefined()
})

test('of one that is not connected nothing is known', () => {
  const { listed: _, ...off } = row
  expect(told({ way: 'kept' }, off)).toBeUndefined()
  expect(
    newAddress({ ...emptyProvider(), way: 'kept', baseURL: 'https://evil.test' }, undefined),
  ).toBeUndefined()
})
