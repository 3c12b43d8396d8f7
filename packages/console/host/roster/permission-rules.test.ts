import { expect, test } from 'vitest'
import { permissionRulesIn } from './permission-rules.ts'

const entry = (key: unknown, global: unknown, local: unknown) => ({ key, path: [], global, local, value: {} })

test('only rules leave the host, in the order of the file', () => {
  const overlay = {
    effective: { provider: { openai: { key: 'sk-secret' } } },
    collections: {
      provider: [{ key: 'openai', value: { apiKey: 'sk-secret' } }],
      permission: [
        entry('bash', { '*': 'ask', 'ls *': 'allow' }, { 'ls *': 'ask', odd: { deep: 'sk-secret' } }),
        entry('edit', 'allow', null),
        entry('read', 7, ['allow']),
        entry(null, 'allow', 'ask'),
      ],
    },
  }
  const rules = permissionRulesIn(overlay)
  expect(rules).toEqual([
    { permission: 'bash', global: { '*': 'ask', 'ls *': 'allow' }, project: { 'ls *': 'ask' } },
    { permission: 'edit', global: 'allow' },
    { permission: 'read' },
  ])
  expect(Object.keys(rules[0]?.global ?? {})).toEqual(['*', 'ls *'])
})

test.each([undefined, null, 'x', {}, { collections: null }, { collections: { permission: {} } }])(
  '%j has no rules',
  (answer) => expect(permissionRulesIn(answer)).toEqual([]),
)
