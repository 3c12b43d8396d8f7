import { expect, test } from 'vitest'
import type { ConfigurationField, ConfigurationSource } from '../../../../shared/configuration.ts'
import { mcpServers } from './servers.ts'

const sources: ConfigurationSource[] = [
  { kind: 'global-file', label: 'global', path: '/home/a/.config/kilo/kilo.jsonc', state: 'used' },
  { kind: 'project-file', label: 'project', path: '/w/app/kilo.json', state: 'used' },
]

function field(
  path: string[],
  layers: [source: number, line: number][],
  inTarget = false,
): ConfigurationField {
  return {
    path: ['mcp', ...path],
    origin: 'layer',
    layers: layers.map(([source, line]) => ({ source, line, shown: { value: 1 } })),
    ...(inTarget && { inTarget: true as const }),
  }
}

const settings = {
  notes: { type: 'local', command: ['node', 'a b.js', '--token', '{hidden:abc}'] },
  wiki: { type: 'remote', url: 'https://wiki.example/mcp', enabled: false },
}

const names = (told: Partial<Parameters<typeof mcpServers>[0]>) =>
  mcpServers({ states: undefined, settings, configuration: undefined, ...told })

test('before their states are told they are being connected, but for those that are off', () => {
  expect(names({}).map(({ name, condition }) => [name, condition])).toEqual([
    ['notes', 'connecting'],
    ['wiki', 'off'],
  ])
})

test.each([
  ['connected', true, 'connected'],
  ['disabled', true, 'disconnected'],
  ['disabled', false, 'off'],
  ['failed', true, 'failed'],
  ['needs_auth', true, 'login'],
  ['needs_client_registration', true, 'registration'],
] as const)('what is %s, and enabled %s, is %s', (status, enabled, condition) => {
  const [server] = names({ states: { notes: { status } }, settings: { notes: { type: 'local', enabled } } })
  expect(server?.condition).toBe(condition)
})

test('one that the settings do not have is shown, and one that the engine does not tell as well', () => {
  const servers = names({ states: { added: { status: 'connected' } } })
  expect(servers.map(({ name, kind, condition }) => [name, kind, condition])).toEqual([
    ['added', undefined, 'connected'],
    ['notes', 'local', 'untold'],
    ['wiki', 'remote', 'off'],
  ])
})

test('what is run or asked is one line, without marks and with what is invisible spelt out', () => {
  const odd = { type: 'local', command: ['a\u202eb'] }
  const [notes, other, wiki] = names({ settings: { ...settings, other: odd } })
  expect(notes?.what).toBe('node "a b.js" --token …')
  expect(other?.what).toContain('\\u{202e}')
  expect(wiki?.what).toBe('https://wiki.example/mcp')
})

test('where it stands: each file once, by its first line, the strongest first', () => {
  const fields = [
    field(['notes', 'type'], [[0, 4]]),
    field(['notes', 'command'], [[0, 3]]),
    field(
      ['notes', 'enabled'],
      [
        [0, 9],
        [1, 2],
      ],
      true,
    ),
    field(['wiki', 'type'], [[1, 6]], true),
  ]
  const [notes, wiki] = names({ configuration: { sources, fields } })
  expect(notes).toMatchObject({
    inTarget: 'part',
    isGlobal: true,
    origins: [
      { source: 1, line: 2 },
      { source: 0, line: 3 },
    ],
  })
  expect(wiki).toMatchObject({ inTarget: 'whole', isGlobal: false, origins: [{ source: 1, line: 6 }] })
})

test('only what is remote, has no headers and no OAuth turned off is logged in to', () => {
  const remote = { type: 'remote', url: 'https://a.example' }
  const of = (own: object) => names({ settings: { a: { ...own } } })[0]?.logsIn
  expect([of(remote), of({ ...remote, oauth: {} }), of({ ...remote, oauth: false })]).toEqual([
    true,
    true,
    false,
  ])
  expect([of({ ...remote, headers: {} }), of({ type: 'local' })]).toEqual([false, false])
})

test('names that every object has are names', () => {
  const states = { constructor: { status: 'connected' } } as const
  expect(names({ states, settings: {} }).map(({ name, condition }) => [name, condition])).toEqual([
    ['constructor', 'connected'],
  ])
  expect(names({ states: {}, settings: { toString: { type: 'local' } } })[0]?.condition).toBe('untold')
})

test('they stand in the order in which people count', () => {
  const own = { type: 'local' }
  const listed = names({ settings: { 'a-10': own, 'a-9': own, B: own } })
  expect(listed.map(({ name }) => name)).toEqual(['a-9', 'a-10', 'B'])
})
