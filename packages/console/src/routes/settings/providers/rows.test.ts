import { expect, test } from 'vitest'
import type { Configuration, ConfigurationField, ShownValue } from '../../../../shared/configuration.ts'
import type { ListedProvider } from '../../../../shared/providers.ts'
import { isMissing, keyText, withoutEffect } from './provider-key.ts'
import { rowsOf, type ProviderRow } from './rows.ts'

const listed = (id: string, more: Partial<ListedProvider> = {}): ListedProvider => ({
  id,
  name: id.toUpperCase(),
  source: 'config',
  env: [],
  hasKey: false,
  models: 1,
  ...more,
})
const secret: ShownValue = { secret: true }
const field = (name: string, value: unknown, line = 1): ConfigurationField => {
  const shown = value === secret ? secret : { value }
  return {
    path: name.split('/'),
    origin: 'layer',
    shown,
    layers: [{ source: 0, line, shown }],
    inTarget: true,
  }
}
const configurationOf = (...fields: ConfigurationField[]): Configuration => ({
  scope: 'global',
  sources: [{ kind: 'global-file', label: 'g', path: '/h/kilo.jsonc', state: 'used' }],
  fields,
  more: false,
  warnings: [],
})
const brief = (rows: readonly ProviderRow[]) => rows.map(({ id, state }) => `${id} ${state}`)

test('those that are connected come first, then those of the files, with why they are not', () => {
  const fields = [
    field('provider/b/name', 'Bee', 7),
    field('provider/b/options/baseURL', 'http://b/v1', 5),
    field('provider/c/name', 'Sea', 9),
    field('provider/z/name', 'Zed', 9),
    field('enabled_providers', ['a', 'z']),
    field('disabled_providers', ['c', 'gone']),
  ]
  const list = { providers: [listed('z'), listed('a')], stored: { left: 'api' as const } }
  const rows = rowsOf(list, configurationOf(...fields))
  expect(brief(rows)).toEqual([
    'a connected',
    'z connected',
    'b left-out',
    'gone disabled',
    'left left-out',
    'c disabled',
  ])
  expect(rows[2]).toMatchObject({ name: 'Bee', layer: { source: 0, line: 5 }, isInTarget: true })
  expect(rows[0]).toMatchObject({ isInTarget: false, key: { from: 'none' } })
  expect(brief(rowsOf(list, undefined))).toEqual(['a connected', 'z connected', 'left unused'])
})

const apiKey = 'provider/a/options/apiKey'

test.each<
  [string, ConfigurationField[], Partial<ListedProvider>, Record<string, 'api' | 'oauth'> | undefined, string]
>([
  [
    'a variable',
    [field(apiKey, '{env:A_KEY}')],
    { hasKey: true },
    {},
    '{env:A_KEY}: not set in the daemon’s environment',
  ],
  ['a file', [field(apiKey, '{file:~/key}')], {}, {}, 'from the file ~/key'],
  ['the key itself', [field(apiKey, secret, 4)], {}, {}, 'in kilo.jsonc, line 4'],
  ['a stored one', [], { source: 'api', hasKey: true }, { a: 'api' }, 'stored in auth.json'],
  ['a login', [], { source: 'custom' }, { a: 'oauth' }, 'logged in, stored in auth.json'],
  ['a stored one elsewhere', [], { source: 'api', hasKey: true }, undefined, 'stored in auth.json'],
  [
    'the engine’s own variable',
    [],
    { source: 'env', env: ['A', 'B'], hasKey: true },
    {},
    'B in the daemon’s environment',
  ],
  ['nothing', [], {}, {}, 'none'],
])('the key of a provider: %s', (_, fields, more, stored, text) => {
  const list = { providers: [listed('a', more)], ...(stored && { stored }) }
  const [row] = rowsOf(list, configurationOf(...fields))
  const place = row?.key.layer ? 'kilo.jsonc, line 4' : undefined
  expect(row && keyText(row.key, { A_KEY: 'unset', A: 'unset', B: 'set' }, place)).toBe(text)
})

test('a key that is set above the files, and one that is stored beside it, are told', () => {
  const above: ConfigurationField = { path: apiKey.split('/'), origin: 'untold', shown: secret, layers: [] }
  const list = { providers: [listed('a')], stored: { a: 'api' as const } }
  const [row] = rowsOf(list, configurationOf(above))
  if (!row) throw new Error('no row')
  expect(keyText(row.key, {}, undefined)).toBe('set above the files')
  expect(withoutEffect(row.key)).toContain('no effect: the configuration’s key is used')
  const [other] = rowsOf({ ...list, isStoredUnused: true }, configurationOf())
  expect(other && withoutEffect(other.key)).toContain('KILO_AUTH_CONTENT')
})

test('a variable that the daemon does not have is no key', () => {
  const list = { providers: [listed('a')], stored: {} }
  const [row] = rowsOf(list, configurationOf(field(apiKey, '{env:A_KEY}')))
  if (!row) throw new Error('no row')
  const states = ['set', 'unset', 'after-restart', 'unknown'] as const
  expect(states.map((state) => isMissing(row.key, { A_KEY: state }))).toEqual([false, true, true, false])
})
