import { expect, test } from 'vitest'
import type { Configuration, ConfigurationField } from '../../../../../shared/configuration.ts'
import type { ProviderRow } from '../rows.ts'
import type { Bag } from './changes.ts'
import { CHAT, emptyModel, emptyProvider, RESPONSES, variableFor, type ProviderDraft } from './draft.ts'
import { inFileOf, type InFile } from './in-file.ts'
import { disabling, enabling, keptOutBy, removing } from './lists.ts'
import { draftOf } from './open-draft.ts'
import { PRESETS } from './presets.ts'
import { readForm } from './read-form.ts'
import { withFound } from './with-found.ts'

const nothing: InFile = { settings: {}, hidden: [] }
const read = (draft: Partial<ProviderDraft>, more: Partial<Parameters<typeof readForm>[1]> = {}) =>
  readForm(
    {
      ...emptyProvider(),
      id: 'acme',
      baseURL: 'http://a/v1',
      variable: 'ACME',
      models: [{ ...emptyModel(), id: 'm' }],
      ...draft,
    },
    { scope: 'global', inFile: nothing, taken: [], isStored: false, ...more },
  )

test('a new provider is written as one, each model with its name', () => {
  const { changes, problems } = read({
    name: 'Acme',
    baseURL: 'http://a/v1/responses/',
    npm: RESPONSES,
    models: [
      {
        ...emptyModel(),
        id: 'm',
        context: '200,000',
        output: '32 000',
        reads: ['image'],
        options: '{"a": [1]}',
      },
    ],
  })
  expect(problems).toEqual({})
  const model = {
    name: 'm',
    tool_call: true,
    reasoning: false,
    temperature: false,
    attachment: true,
    modalities: { input: ['text', 'image'], output: ['text'] },
    limit: { context: 200_000, output: 32_000 },
    options: { a: [1] },
  }
  expect(changes).toEqual([
    { path: ['provider', 'acme', 'npm'], value: RESPONSES },
    { path: ['provider', 'acme', 'name'], value: 'Acme' },
    {
      path: ['provider', 'acme', 'options'],
      value: { baseURL: 'http://a/v1', apiKey: '{env:ACME}' },
    },
    { path: ['provider', 'acme', 'models'], value: { m: model } },
  ])
})

test.each<[string, Partial<ProviderDraft>, string]>([
  ['no id', { id: '' }, 'id'],
  ['an id with a slash', { id: 'a/b' }, 'id'],
  ['an id that is taken', { id: 'taken' }, 'id'],
  ['no address', { baseURL: '' }, 'baseURL'],
  ['an address of another kind', { baseURL: 'ftp://a' }, 'baseURL'],
  ['no variable', { variable: '' }, 'variable'],
  ['a variable that is none', { variable: '1 A' }, 'variable'],
  ['no key', { way: 'stored', key: ' ' }, 'key'],
  ['a key with a gap', { way: 'stored', key: 'a b' }, 'key'],
  ['no model', { models: [] }, 'models'],
  ['a model without an id', { models: [emptyModel()] }, 'models.0.id'],
  [
    'two of one id',
    {
      models: [
        { ...emptyModel(), id: 'm' },
        { ...emptyModel(), id: 'm' },
      ],
    },
    'models.1.id',
  ],
  [
    'a limit that is no number',
    { models: [{ ...emptyModel(), id: 'm', context: 'x', output: '1' }] },
    'models.0.context',
  ],
  ['half a limit', { models: [{ ...emptyModel(), id: 'm', context: '5' }] }, 'models.0.context'],
  ['options that are no JSON', { models: [{ ...emptyModel(), id: 'm', options: '{' }] }, 'models.0.options'],
  ['options that are a list', { models: [{ ...emptyModel(), id: 'm', options: '[]' }] }, 'models.0.options'],
  ['a null', { models: [{ ...emptyModel(), id: 'm', variants: '{"a":{"b":null}}' }] }, 'models.0.variants'],
])('%s is told at its field', (_, draft, field) => {
  expect(Object.keys(read(draft, { taken: ['taken'] }).problems)).toEqual([field])
})

test('a project’s file takes no reference to a variable, for the engine would skip all of it', () => {
  expect(read({}, { scope: 'project' }).problems['variable']).toContain('skip all of the file')
  expect(read({ way: 'stored', key: 'sk-1' }, { scope: 'project' }).problems).toEqual({})
})

const field = (name: string, shown: ConfigurationField['layers'][number]['shown']): ConfigurationField => ({
  path: name.split('/'),
  origin: 'layer',
  shown,
  layers: [{ source: 0, line: 1, shown }],
  inTarget: true,
})
const configurationOf = (...fields: ConfigurationField[]): Configuration => ({
  scope: 'global',
  target: { path: '/h/kilo.jsonc', revision: 'a', exists: true, writable: true },
  sources: [{ kind: 'global-file', label: 'g', path: '/h/kilo.jsonc', state: 'used' }],
  fields,
  more: false,
  warnings: [],
})
const rowOf = (key: Partial<ProviderRow['key']> = {}): ProviderRow => ({
  id: 'acme',
  name: 'Acme',
  state: 'connected',
  isInTarget: true,
  listed: { id: 'acme', name: 'Acme', source: 'config', env: [], hasKey: true, library: CHAT, models: 1 },
  key: { from: 'none', names: [], isOverridden: false, isStoredUnused: false, ...key },
})
const stood = configurationOf(
  field('provider/acme/options/baseURL', { value: 'http://a/v1' }),
  field('provider/acme/options/apiKey', { secret: true }),
  field('provider/acme/options/timeout', { value: 5 }),
  field('provider/acme/models/m/name', { value: 'Em' }),
  field('provider/acme/models/m/attachment', { value: true }),
  field('provider/acme/models/m/cost/input', { value: 1 }),
  field('provider/acme/models/m/limit/context', { value: 10 }),
  field('provider/acme/models/m/limit/output', { value: 5 }),
  field('provider/acme/models/m/options/reasoningEffort', { value: 'high' }),
  field('provider/acme/models/m/options/pin', { secret: true }),
)

function edit(change: (draft: ProviderDraft) => Partial<ProviderDraft>) {
  const draft = draftOf(rowOf(), stood)
  return readForm(
    { ...draft, ...change(draft) },
    { scope: 'global', inFile: inFileOf(stood, 'acme'), taken: [], isStored: false, library: CHAT },
  )
}

test('what was opened and not changed is not written', () => {
  const { changes, problems } = edit(() => ({}))
  expect(problems).toEqual({})
  expect(changes).toEqual([])
})

const changed = (change: (draft: ProviderDraft) => Partial<ProviderDraft>) => edit(change).changes

test('of what is changed that alone is written, and nothing that is not shown is lost', () => {
  const model = (more: object) => (draft: ProviderDraft) => ({
    models: draft.models.map((one) => ({ ...one, ...more })),
  })
  const at = (...path: string[]) => ['provider', 'acme', 'models', 'm', ...path]
  expect(changed(model({ output: '6' }))).toEqual([{ path: at('limit', 'output'), value: 6 }])
  expect(changed(model({ options: '' }))).toEqual([{ path: at('options', 'reasoningEffort') }])
  expect(changed(model({ context: '', output: '' }))).toEqual([{ path: at('limit') }])
  expect(changed(() => ({ npm: RESPONSES }))).toEqual([
    { path: ['provider', 'acme', 'npm'], value: RESPONSES },
  ])
  expect(changed(model({ tools: false }))).toEqual([{ path: at('tool_call'), value: false }])
  expect(changed(model({ id: 'n' }))).toMatchObject([
    { path: at() },
    { path: ['provider', 'acme', 'models', 'n'] },
  ])
})

test('a key that the file has stays, gives way to a variable, or is taken out', () => {
  const apiKey = ['provider', 'acme', 'options', 'apiKey']
  expect(draftOf(rowOf(), stood).way).toBe('kept')
  expect(changed(() => ({ way: 'kept' }))).toEqual([])
  expect(changed(() => ({ way: 'variable', variable: 'A' }))).toEqual([{ path: apiKey, value: '{env:A}' }])
  expect(changed(() => ({ way: 'none' }))).toEqual([{ path: apiKey }])
  expect(changed(() => ({ way: 'stored', key: 'sk-1' }))).toEqual([{ path: apiKey }])
})

test('one of the catalogue needs a key alone', () => {
  const draft: Partial<ProviderDraft> = { shape: 'catalogue', id: 'openai', npm: '', baseURL: '', models: [] }
  expect(read(draft)).toEqual({
    changes: [{ path: ['provider', 'openai', 'options'], value: { apiKey: '{env:ACME}' } }],
    problems: {},
  })
  expect(read({ ...draft, way: 'stored', key: 'sk-1' })).toEqual({ changes: [], problems: {} })
  expect(draftOf(rowOf({ stored: 'api' }), configurationOf())).toMatchObject({
    shape: 'catalogue',
    way: 'stored',
  })
})

test('the lists of providers let it in, keep it out and forget it', () => {
  const both = configurationOf(
    field('enabled_providers', { value: ['a'] }),
    field('disabled_providers', { value: ['b', 'acme'] }),
  )
  const enabled = { path: ['enabled_providers'], value: ['a', 'acme'] }
  const disabled = { path: ['disabled_providers'], value: ['b'] }
  expect(enabling(both, 'acme')).toEqual([enabled, disabled])
  expect(enabling(configurationOf(), 'acme')).toEqual([])
  expect(disabling(configurationOf(), 'acme')).toEqual([{ path: ['disabled_providers'], value: ['acme'] }])
  expect(disabling(both, 'acme')).toEqual([])
  expect(removing(both, 'acme')).toEqual([{ path: ['provider', 'acme'] }, disabled])
  const above = configurationOf({ ...field('enabled_providers', { value: ['a'] }), origin: 'untold' })
  expect(enabling(above, 'acme')).toEqual([])
  expect(keptOutBy(above, 'acme')).toContain('enabled_providers is set above the files')
  expect(keptOutBy(both, 'acme')).toBeUndefined()
})

test('what a server tells fills in the limits, and leaves what was written', () => {
  const written = { ...emptyModel(), id: 'm', name: 'Mine', input: '5', output: '9', options: '{}' }
  const other = { ...emptyModel(), id: 'other' }
  expect(
    withFound(
      [written, other],
      [{ id: 'm', name: 'M', context: 100 }, { id: 'n', context: 1_000_000 }, { id: 'o' }],
    ),
  ).toEqual([
    { ...written, context: '100', input: '100', output: '9' },
    other,
    { ...emptyModel(), id: 'n', name: 'n', context: '1000000', output: '32000' },
    { ...emptyModel(), id: 'o', name: 'o' },
  ])
})

test('every preset but the empty one can be saved as it is', () => {
  for (const { name, draft } of PRESETS.slice(1)) {
    const { changes, problems } = readForm(draft(), {
      scope: 'global',
      inFile: nothing,
      taken: [],
      isStored: false,
    })
    expect(problems, name).toEqual({})
    const models = changes.find(({ path }) => path.at(-1) === 'models')?.value as Bag
    expect(Object.keys(models)).toHaveLength(3)
  }
  expect(variableFor('my-proxy.2')).toBe('MY_PROXY_2_API_KEY')
})
