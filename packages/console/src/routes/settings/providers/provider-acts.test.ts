import { expect, test, vi } from 'vitest'
import type { Configuration, ConfigurationField } from '../../../../shared/configuration.ts'
import type { ConfigurationActions } from '../../../store/actions/configuration.ts'
import { actsOf, planAct, type Act } from './provider-acts.ts'
import { disabling, enabling, removing } from './form/lists.ts'
import type { ProviderRow } from './rows.ts'

const field = (
  name: string,
  value: unknown,
  origin: ConfigurationField['origin'] = 'layer',
): ConfigurationField => ({
  path: [name],
  origin,
  shown: { value },
  layers: [{ source: 0, shown: { value } }],
  inTarget: true,
})
const configurationOf = (...fields: ConfigurationField[]): Configuration => ({
  scope: 'global',
  target: { path: '/h/kilo.jsonc', revision: 'a', exists: true, writable: true },
  sources: [],
  fields,
  more: false,
  warnings: [],
})
const rowOf = (state: ProviderRow['state'], key: Partial<ProviderRow['key']> = {}): ProviderRow => ({
  id: 'acme',
  name: 'Acme',
  state,
  isInTarget: true,
  key: { from: 'none', names: [], isOverridden: false, isStoredUnused: false, ...key },
})
const labels = (row: ProviderRow) => actsOf(row, configurationOf()).map(({ label }) => label)

test('what is offered is what there is a reason for', () => {
  expect(labels(rowOf('connected'))).toEqual(['Disable', 'Store a key', 'Remove'])
  expect(labels(rowOf('disabled', { stored: 'api' }))).toEqual([
    'Enable',
    'Change stored key',
    'Remove stored key',
    'Remove',
  ])
  expect(labels({ ...rowOf('unused', { stored: 'oauth' }), isInTarget: false })).toEqual([
    'Change stored key',
    'Log out',
  ])
})

test('what will have no effect, or be missing elsewhere, is told before', () => {
  const read = configurationOf(
    field('enabled_providers', ['other'], 'above'),
    field('model', 'acme/m'),
    field('small_model', 'acme/n'),
  )
  const warnings = actsOf(rowOf('left-out', { from: 'reference', names: ['A'] }), read).map(
    ({ warning }) => warning,
  )
  expect(warnings).toEqual([
    expect.stringContaining('enabled_providers is set above the files'),
    'It has no effect while the configuration has a key.',
    'model and small_model still name a model of it: choose another.',
  ])
})

test.each<[Act['name'], ProviderRow, string[] | undefined]>([
  ['enable', rowOf('disabled'), ['disabled_providers']],
  ['disable', rowOf('connected'), undefined],
  ['remove', rowOf('disabled'), ['provider.acme', 'disabled_providers']],
  ['remove', rowOf('disabled', { stored: 'api' }), ['provider.acme', 'disabled_providers']],
])('%s writes what it says', async (name, row, written) => {
  const read = configurationOf(field('disabled_providers', ['acme', 'b']))
  const save = vi.fn<ConfigurationActions['save']>().mockResolvedValue({ status: 'saved' })
  const places: string[] = []
  const interrupt = (async (place, _, act) => {
    places.push(place.scope)
    // Nothing is sent from here.
    return name === 'remove' && save.mock.calls.length > 0 ? { status: 'saved' } : act()
  }) as ConfigurationActions['interrupt']
  const reading = {
    value: () => read,
    isReading: () => false,
    problem: () => undefined,
    refresh: () => Promise.resolve(),
  }
  const place = { serverId: 'daemon', scope: 'project', directory: '/w' } as const
  const act = { name, label: '', text: '' }
  const plan = planAct({ save, read: () => Promise.resolve(read), interrupt }, act, {
    row,
    place,
    reading,
    key: '',
  })
  expect(plan === undefined).toBe(written === undefined)
  await plan?.save(false)
  expect(save.mock.calls[0]?.[1].changes.map(({ path }) => path.join('.'))).toEqual(written)
  expect(places).toEqual(row.key.stored ? ['global', 'global'] : [])
})

test('a key with gaps is not stored', () => {
  const reading = {
    value: () => configurationOf(),
    isReading: () => false,
    problem: () => undefined,
    refresh: () => Promise.resolve(),
  }
  const place = { serverId: 'daemon', scope: 'project', directory: '/w' } as const
  const planned = (key: string) =>
    planAct(
      {} as ConfigurationActions,
      { name: 'set-key', label: '', text: '' },
      { row: rowOf('unused'), place, reading, key },
    )
  expect([planned(''), planned('a b')]).toEqual([undefined, undefined])
  expect(planned(' sk-1 ')?.place).toEqual({ serverId: 'daemon', scope: 'global', directory: '' })
})

const MANY = Array.from({ length: 200 }, (_, at) => `p${at}`)

test('a list that was told in part is not written again, and that is said', () => {
  const cut = [...MANY, 'acme', '…']
  const read = configurationOf(field('disabled_providers', cut), field('enabled_providers', ['b', 'x…y']))
  expect(enabling(read, 'acme')).toEqual([])
  expect(disabling(configurationOf(field('disabled_providers', [...MANY, '…'])), 'acme')).toEqual([])
  expect(removing(read, 'acme')).toEqual([{ path: ['provider', 'acme'] }])
  const [enable] = actsOf(rowOf('disabled'), read)
  expect(enable?.warning).toContain('Change it there')
  const [disable] = actsOf(rowOf('connected'), configurationOf(field('disabled_providers', [...MANY, '…'])))
  expect(disable?.warning).toContain('disabled_providers is not shown whole')
})
