import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agentPaths, findAgentFiles } from './agent-files.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kilo-agents-'))))
afterEach(() => rm(folder, { recursive: true }))

const place = (order: number, kind: string, path?: string) => ({
  order,
  kind,
  scope: 'project',
  label: '',
  exists: true,
  ...(path !== undefined && { path }),
})

test('the folders of settings, each once, the strongest last', () => {
  const places = [
    place(9, 'config-dir', '/w/.kilo'),
    place(1, 'global-file', '/h/kilo.json'),
    place(2, 'global-file', '/h/kilo.jsonc'),
    place(3, 'project-file', '/w/kilo.json'),
    place(4, 'env-content'),
    place(5, 'config-dir', 'relative'),
  ]
  expect(agentPaths(places, 'plan')).toEqual([
    '/h/agent/plan.md',
    '/h/agents/plan.md',
    '/w/.kilo/agent/plan.md',
    '/w/.kilo/agents/plan.md',
  ])
  expect(agentPaths(places, 'team/plan')[0]).toBe('/h/agent/team/plan.md')
})

test.each(['../plan', 'a/../../b', '/etc/passwd', 'a b', '', '..', 'a/..'])(
  'the name %j leads nowhere',
  (name) => {
    expect(agentPaths([place(1, 'config-dir', '/w')], name)).toEqual([])
  },
)

test('what is a file is read, of those that are not too long', async () => {
  const at = (name: string) => join(folder, name, 'agent', 'plan.md')
  for (const name of ['one', 'two', 'three']) await mkdir(dirname(at(name)), { recursive: true })
  await writeFile(at('one'), 'first')
  await writeFile(at('three'), 'x'.repeat(256 * 1024 + 1))
  await mkdir(at('two'))
  const places = ['one', 'two', 'three'].map((name, order) => place(order, 'config-dir', join(folder, name)))
  const found = await findAgentFiles(places, ['plan', 'other'])
  expect(found.get('plan')).toEqual([{ path: at('one'), text: 'first' }, { path: at('three') }])
  expect(found.get('other')).toEqual([])
})
