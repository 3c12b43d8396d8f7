import { expect, test } from 'vitest'
import type { ModelChoice } from '../../../store/choices.ts'
import { EVERYTHING, inventoryOf, keepRows, providersOf, wantedRows, type Wanted } from './inventory.ts'

const model = (modelID: string, more: Partial<ModelChoice> = {}): ModelChoice => ({
  providerID: 'acme',
  modelID,
  name: modelID.toUpperCase(),
  provider: 'Acme',
  contextLimit: 1000,
  variants: [],
  ...more,
})

const small = model('small', { contextLimit: 0, cost: { input: 0, output: 0 } })
const large = model('large', {
  cost: { input: 3, output: 15 },
  seesImages: true,
  capabilities: { reasoning: true, input: { image: true } },
})
const vast = model('vast', { providerID: 'other', provider: 'Other', contextLimit: 9000 })
const rows = inventoryOf([
  { serverId: 'daemon', models: [small, large, vast] },
  { serverId: 'port-1', models: [large] },
])
const none = { favourites: new Set<string>(), hidden: new Set<string>() }
const found = (wanted: Partial<Wanted>, marked = none) =>
  wantedRows(rows, { ...EVERYTHING, ...wanted }, marked).map(({ model: { modelID } }) => modelID)

test('a model that several servers have alike is one row, one that differs is two', () => {
  expect(rows.map(({ key, servers }) => [key, servers])).toEqual([
    ['acme/small', ['daemon']],
    ['acme/large', ['daemon', 'port-1']],
    ['other/vast', ['daemon']],
  ])
  const differs = inventoryOf([
    { serverId: 'daemon', models: [large] },
    { serverId: 'port-1', models: [{ ...large, contextLimit: 5 }] },
  ])
  expect(differs.map(({ key }) => key)).toEqual(['acme/large', 'acme/large'])
  expect(new Set(differs.map(({ id }) => id)).size).toBe(2)
})

test.each([
  ['nothing', {}, ['small', 'large', 'vast']],
  ['its words, in any order', { query: ' LARGE acme/' }, ['large']],
  ['its provider', { provider: 'other' }, ['vast']],
  ['its server', { server: 'port-1' }, ['large']],
  ['no price', { isFree: true }, ['small']],
  ['reasoning', { reasons: true }, ['large']],
  ['images', { seesImages: true }, ['large']],
  ['two things at once', { seesImages: true, isFree: true }, []],
  ['the widest first, untold ones last', { order: 'context' }, ['vast', 'large', 'small']],
  ['the cheapest first, untold ones last', { order: 'price' }, ['small', 'large', 'vast']],
] satisfies [string, Partial<Wanted>, string[]][])('looked for by %s', (_, wanted, ids) => {
  expect(found(wanted)).toEqual(ids)
})

test('favourites alone, and hidden ones when asked for', () => {
  const marked = { favourites: new Set(['acme/small', 'other/vast']), hidden: new Set(['other/vast']) }
  expect(found({}, marked)).toEqual(['small', 'large'])
  expect(found({ withHidden: true }, marked)).toEqual(['small', 'large', 'vast'])
  expect(found({ isFavourite: true }, marked)).toEqual(['small'])
})

test('its providers, each once', () => {
  expect(providersOf(rows)).toEqual([
    { id: 'acme', name: 'Acme' },
    { id: 'other', name: 'Other' },
  ])
})

test('a row that says what it said before stays the same one', () => {
  const again = inventoryOf([
    { serverId: 'daemon', models: [{ ...small }, { ...large, contextLimit: 2000 }, { ...vast }] },
    { serverId: 'port-1', models: [{ ...vast }] },
  ])
  const kept = keepRows(rows, again)
  expect(kept.map((row) => rows.includes(row))).toEqual([true, false, false])
  expect(kept).toEqual(again)
})
