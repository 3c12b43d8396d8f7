import { expect, test } from 'vitest'
import type { ConfigurationField } from '../../../../shared/configuration.ts'
import { setRule } from './rule-change.ts'

const target = { path: '/w/.kilo/kilo.jsonc', revision: 'r', exists: true, writable: true }
const sources = [{ kind: 'folder-file' as const, label: '', path: target.path, state: 'used' as const }]
const field = (path: string, value: unknown): ConfigurationField => ({
  path: path.split('/'),
  origin: 'layer',
  shown: { value },
  layers: [{ source: 0, shown: { value } }],
})
const set = (fields: ConfigurationField[], pattern = 'git push *', agent?: string) =>
  setRule({ target, sources, fields }, agent, { permission: 'bash', pattern, action: 'deny' })

test('a pattern of a kind that has none yet, or others', () => {
  const change = [{ path: ['permission', 'bash', 'git push *'], value: 'deny' }]
  expect(set([])).toEqual(change)
  expect(set([field('permission/bash/ls *', 'allow')])).toEqual(change)
  expect(set([], 'git push *', 'plan')).toEqual([
    { path: ['agent', 'plan', 'permission', 'bash', 'git push *'], value: 'deny' },
  ])
})

test('all of a kind is one word, unless patterns stand there', () => {
  expect(set([], '*')).toEqual([{ path: ['permission', 'bash'], value: 'deny' }])
  expect(set([field('permission/bash', 'ask')], '*')).toEqual([
    { path: ['permission', 'bash'], value: 'deny' },
  ])
  expect(set([field('permission/bash/ls *', 'allow')], '*')).toEqual([
    { path: ['permission', 'bash', '*'], value: 'deny' },
  ])
})

test('one word that stands there is not lost', () => {
  expect(set([field('permission/bash', 'ask')])).toEqual([
    { path: ['permission', 'bash'], value: { '*': 'ask', 'git push *': 'deny' } },
  ])
  expect(set([field('permission', 'ask')])).toEqual([
    { path: ['permission'], value: { '*': 'ask', bash: { 'git push *': 'deny' } } },
  ])
  expect(set([field('permission', 'ask')], '*')).toEqual([
    { path: ['permission'], value: { '*': 'ask', bash: { '*': 'deny' } } },
  ])
})
