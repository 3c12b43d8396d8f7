import { expect, test } from 'vitest'
import { checkDraft, namesUsed } from './check-draft.ts'
import { emptyDraft, type Draft } from './draft.ts'

const good: Draft = { ...emptyDraft(), name: 'notes', command: 'npx x', url: 'https://a.example/mcp' }
const check = (part: Partial<Draft>, scope: 'global' | 'project' = 'global', taken: string[] = ['wiki']) =>
  checkDraft({ ...good, ...part }, { scope, taken })

test('nothing is wrong with what is right', () => {
  expect(check({})).toEqual({})
  expect(check({ kind: 'remote' })).toEqual({})
  expect(
    check({
      timeout: '0.5',
      environment: [
        { name: 'A', value: '' },
        { name: '', value: '' },
      ],
    }),
  ).toEqual({})
  expect(
    check({
      kind: 'remote',
      url: 'https://a.example/mcp?token={hidden:1}',
      headers: [{ name: 'X-Key', value: '{env:KEY}' }],
    }),
  ).toEqual({})
  expect(checkDraft({ ...good, name: 'named by hand: odd' }, { scope: 'global' })).toEqual({})
})

test.each<[Partial<Draft>, keyof ReturnType<typeof check>, RegExp]>([
  [{ name: '' }, 'name', /Give it a name/],
  [{ name: 'a b' }, 'name', /letters, digits/],
  [{ name: '__proto__' }, 'name', /begins with/],
  [{ name: 'x'.repeat(65) }, 'name', /64/],
  [{ name: 'wiki' }, 'name', /Another server/],
  [{ command: '' }, 'command', /program/],
  [{ command: 'a | b' }, 'command', /No shell/],
  [{ environment: [{ name: '1A', value: 'x' }] }, 'environment', /variable/],
  [{ environment: [{ name: '', value: 'x' }] }, 'environment', /variable/],
  [
    {
      environment: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    },
    'environment',
    /twice/,
  ],
  [{ environment: [{ name: 'A', value: 'a\0' }] }, 'environment', /character/],
  [{ timeout: 'soon' }, 'timeout', /Seconds/],
  [{ timeout: '0' }, 'timeout', /Seconds/],
  [{ timeout: '99999' }, 'timeout', /Seconds/],
  [{ kind: 'remote', url: '' }, 'url', /address/],
  [{ kind: 'remote', url: 'a.example' }, 'url', /https/],
  [{ kind: 'remote', url: 'javascript:alert(1)' }, 'url', /https/],
  [{ kind: 'remote', url: 'https://ada:pw@a.example' }, 'url', /header/],
  [{ kind: 'remote', headers: [{ name: 'X Key', value: 'x' }] }, 'headers', /header/],
  [{ kind: 'remote', headers: [{ name: 'X-Key', value: '' }] }, 'headers', /value/],
  [{ kind: 'remote', headers: [{ name: 'X-Key', value: 'a\nb' }] }, 'headers', /characters/],
  [
    {
      kind: 'remote',
      headers: [
        { name: 'X-Key', value: 'a' },
        { name: 'x-key', value: 'b' },
      ],
    },
    'headers',
    /twice/,
  ],
  [{ kind: 'remote', clientSecret: 'x' }, 'clientSecret', /client ID/],
  [{ command: `a ${'x'.repeat(10_001)}` }, 'command', /too long/],
])('%j: %s', (part, field, problem) => {
  expect(check(part)).toEqual({ [field]: expect.stringMatching(problem) })
})

test('a project’s file must not refer to the environment; everybody’s may', () => {
  const environment = [{ name: 'TOKEN', value: '{env:TOKEN}' }]
  expect(check({ environment }, 'global')).toEqual({})
  expect(check({ environment }, 'project')).toEqual({ environment: expect.stringMatching(/pass over/) })
  expect(namesUsed({ ...good, environment, command: 'a {env:B} {env:TOKEN}' })).toEqual(['B', 'TOKEN'])
})

test('what the other kind has is not looked at', () => {
  expect(check({ url: 'nonsense', kind: 'local' })).toEqual({})
  expect(check({ command: '', kind: 'remote' })).toEqual({})
})
