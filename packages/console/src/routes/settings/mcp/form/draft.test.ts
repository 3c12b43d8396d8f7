import { expect, test } from 'vitest'
import { changesBetween, draftOf, emptyDraft, settingsOf } from './draft.ts'

const local = {
  type: 'local',
  command: ['node', 'a b.js', '--token', '{hidden:1}'],
  environment: { TOKEN: '{hidden:2}', MODE: 'fast' },
  timeout: 2500,
  enabled: false,
  cwd: '/w',
}
const remote = {
  type: 'remote',
  url: 'https://a.example/mcp',
  headers: { 'X-Key': '{hidden:3}' },
  oauth: { clientId: 'c', clientSecret: '{hidden:4}', scope: 'read', callbackPort: 4000 },
}

test.each([
  ['local', local],
  ['remote', remote],
  ['without OAuth', { type: 'remote', url: 'https://a.example', oauth: false }],
  ['with the other name of variables', { type: 'local', command: ['a'], env: { A: 'b' } }],
  ['least', { type: 'local', command: ['a'] }],
])('%s: what a form knows and what it knows nothing of stays as it is', (_, own) => {
  expect(settingsOf(draftOf('a', own), own)).toEqual(own)
  expect(changesBetween(['mcp', 'a'], own, settingsOf(draftOf('a', own), own))).toEqual([])
})

test('a new one says no more than it has to', () => {
  const draft = { ...emptyDraft(), command: 'npx  x', environment: [{ name: ' ', value: '' }] }
  expect(settingsOf(draft)).toEqual({ type: 'local', command: ['npx', 'x'] })
  expect(settingsOf({ ...draft, kind: 'remote', url: ' https://a.example ', login: 'header' })).toEqual({
    type: 'remote',
    url: 'https://a.example',
    oauth: false,
  })
})

test('only what differs is written, and what is gone is taken out', () => {
  const draft = draftOf('a', local)
  const after = settingsOf(
    {
      ...draft,
      command: 'node b.js',
      environment: [{ name: 'MODE', value: 'slow' }],
      timeout: '',
      enabled: true,
    },
    local,
  )
  expect(changesBetween(['mcp', 'a'], local, after)).toEqual([
    { path: ['mcp', 'a', 'command'], value: ['node', 'b.js'] },
    { path: ['mcp', 'a', 'environment', 'TOKEN'] },
    { path: ['mcp', 'a', 'environment', 'MODE'], value: 'slow' },
    { path: ['mcp', 'a', 'timeout'] },
    { path: ['mcp', 'a', 'enabled'], value: true },
  ])
})

test('of another kind, what belongs to the old one goes', () => {
  const after = settingsOf({ ...draftOf('a', local), kind: 'remote', url: 'https://a.example' }, local)
  expect(after).toEqual({
    type: 'remote',
    url: 'https://a.example',
    timeout: 2500,
    enabled: false,
    cwd: '/w',
  })
})
