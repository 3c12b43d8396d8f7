import { expect, test } from 'vitest'
import type { Configuration, ConfigurationField } from '../../../../shared/configuration.ts'
import { CATALOGUE } from './catalogue.ts'
import { groupSettings, writeValue } from './rows.ts'

const field = (name: string, value: unknown): ConfigurationField => ({
  path: name.split('.'),
  origin: 'layer',
  shown: { value },
  layers: [{ source: 0, line: 2, shown: { value } }],
})
const configuration: Configuration = {
  scope: 'project',
  sources: [{ kind: 'project-file', label: 'Project config', path: '/w/kilo.json', state: 'used' }],
  fields: [field('share', 'auto'), field('mcp.files.enabled', true), field('strange', 1)],
  more: false,
  warnings: [],
}
const names = (query: string) =>
  groupSettings(configuration, query).map(({ title, rows }) => [title, ...rows.map(({ name }) => name)])

test('all that is known and all that is set is listed once, by what it belongs to', () => {
  const groups = groupSettings(configuration, '')
  expect(groups[0]?.title).toBe('General')
  expect(groups.flatMap(({ rows }) => rows)).toHaveLength(CATALOGUE.length + 2)
  expect(groups.find(({ title }) => title === 'MCP servers')?.rows).toMatchObject([
    { name: 'mcp.files.enabled', field: configuration.fields[1] },
  ])
  const share = groups[0]?.rows.find(({ name }) => name === 'share')
  expect([share?.known?.title, share?.field]).toEqual(['Session sharing', configuration.fields[0]])
})

test.each([
  ['threshold', [['Compaction', 'compaction.threshold_percent']]],
  ['SHARING', [['General', 'share']]],
  ['kilo.json auto', [['General', 'share']]],
  ['strange', [['General', 'strange']]],
  ['files true', [['MCP servers', 'mcp.files.enabled']]],
  ['no such thing', []],
])('%j finds %j', (query, found) => expect(names(query)).toEqual(found))

test('a setting is called as somebody likes, and belongs to no more than its name says', () => {
  const called = ['toString', 'constructor', '__proto__', 'valueOf.hasOwnProperty']
  const groups = groupSettings({ ...configuration, fields: called.map((name) => field(name, 1)) }, '')
  const titles = called.map((name) => groups.find(({ rows }) => rows.some((row) => row.name === name))?.title)
  expect(titles).toEqual(['General', 'General', 'General', 'valueOf'])
})

test('no two known settings are the same', () => {
  const known = CATALOGUE.map(({ path }) => path.join('.'))
  expect(new Set(known).size).toBe(known.length)
})

test.each([
  [{ secret: true } as const, 'set'],
  [{ value: 'auto' }, 'auto'],
  [{ value: false }, 'false'],
  [{ value: ['a', 1, 'b'] }, 'a, 1, b'],
  [{ value: {} }, '{}'],
  [{ value: null }, 'null'],
  [{ value: 'x'.repeat(400) }, `${'x'.repeat(299)}…`],
])('%j is written %s', (shown, text) => expect(writeValue(shown)).toBe(text))
