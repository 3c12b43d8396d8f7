import { expect, test } from 'vitest'
import type { ShownAgent } from '../../../../shared/agents.ts'
import type { ConfigurationField } from '../../../../shared/configuration.ts'
import { kindOf, lostOf, nameProblem, ownPermission, scopeOf } from './agent-facts.ts'

const field = (path: string, value: unknown, layers = 1): ConfigurationField => ({
  path: path.split('/'),
  origin: layers > 0 ? 'layer' : 'folder',
  layers: Array.from({ length: layers }, () => ({ source: 0, shown: { value } })),
  shown: { value },
})
const agent = (more: Partial<ShownAgent>): ShownAgent => ({
  name: 'plan',
  mode: 'all',
  permission: [],
  files: [],
  ...more,
})

test('where an agent comes from', () => {
  const set = { fields: [field('agent/plan/model', 'a/b')] }
  const file = [{ path: '/w/.kilo/agent/plan.md' }]
  expect(kindOf(agent({ native: true, files: file }), set)).toBe('built-in')
  expect(kindOf(agent({ files: file }), set)).toBe('file')
  expect(kindOf(agent({}), set)).toBe('settings')
  expect(kindOf(agent({}), { fields: [field('agent/plan/model', 'a/b', 0)] })).toBe('file')
})

test('whose its file is', () => {
  expect(scopeOf('/w/.kilo/agent/plan.md', '/w')).toBe('project')
  expect(scopeOf('/wider/.kilo/agent/plan.md', '/w')).toBe('global')
  expect(scopeOf('/w/.kilo/agent/plan.md', '')).toBe('global')
})

test('its own rules stay as they are', () => {
  const fields = [
    field('agent/plan/permission/bash/*', 'ask', 0),
    field('agent/plan/permission/bash/git *', 'allow', 0),
    field('agent/plan/permission/edit', 'deny', 0),
    field('agent/other/permission/edit', 'allow', 0),
    field('permission/edit', 'allow'),
  ]
  expect(ownPermission('plan', { fields })).toEqual({ bash: { '*': 'ask', 'git *': 'allow' }, edit: 'deny' })
  expect(ownPermission('none', { fields })).toBeUndefined()
})

test('what would be lost of a file is named', () => {
  const text =
    '---\ndescription: x\ntemperature: 0.2\nhidden: true\npermission:\n  bash: ask\n---\ncolor: none\n'
  expect(lostOf(text)).toEqual(['temperature', 'hidden'])
  expect(lostOf('no head\nhidden: true')).toEqual([])
  expect(lostOf(undefined)).toEqual([])
})

test.each([
  ['review', undefined],
  ['My Agent', 'Letters'],
  ['../x', 'Letters'],
  ['', 'Required'],
  ['x'.repeat(65), 'At most'],
  ['plan', 'already taken'],
])('the name %j', (name, problem) => {
  if (problem === undefined) expect(nameProblem(name, ['plan'])).toBeUndefined()
  else expect(nameProblem(name, ['plan'])).toContain(problem)
})
