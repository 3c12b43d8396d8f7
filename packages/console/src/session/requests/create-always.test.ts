import { createRoot } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import type { PermissionRules } from '../../../shared/permission-rules.ts'
import { host } from '../../sdk/host.ts'
import type { Permission } from '../../store/types.ts'
import { createAlways, type AlwaysSource } from './create-always.ts'

const able = vi.hoisted(() => ({ capabilities: new Set<string>() }))
vi.mock('../../sdk/host.ts', () => ({ host: { permissionRules: vi.fn() } }))
vi.mock('../../store/context.ts', () => ({
  useConsole: () => ({ can: (_: string, capability: string) => able.capabilities.has(capability) }),
}))

const read = vi.mocked(host.permissionRules)
beforeEach(() => {
  read.mockReset().mockResolvedValue([])
  able.capabilities = new Set(['rules', 'always-rules'])
})

const request = {
  id: 'per_1',
  permission: 'bash',
  patterns: ['ls -l'],
  always: ['ls *', 'rm *'],
  metadata: {},
}

const make = (source: Partial<AlwaysSource> = {}) =>
  createRoot(() =>
    createAlways({
      serverId: 'daemon',
      directory: '/p',
      isOffered: true,
      request: request as unknown as Permission,
      ...source,
    }),
  )

test('it waits until the rules in force are read, and says that the project’s open all', async () => {
  const answers: ((rules: PermissionRules[]) => void)[] = []
  read.mockImplementation(() => new Promise((resolve) => answers.push(resolve)))
  const always = make()
  expect([always.can(), always.reading(), always.outcome()]).toEqual([false, true, undefined])
  answers[0]?.([
    { permission: '*', project: 'allow' },
    { permission: 'bash', project: 'ask' },
  ])
  await vi.waitFor(() => expect(always.outcome()).toBe('opens all'))
  expect([always.can(), always.reading()]).toEqual([true, false])
})

test('they are read once, whatever is picked; what a rule of the project refuses depends on it', async () => {
  read.mockResolvedValue([{ permission: 'bash', global: 'ask', project: { 'ls -l': 'deny' } }])
  const always = make()
  await vi.waitFor(() => expect(always.outcome()).toEqual({ pattern: 'ls -l', action: 'deny' }))
  expect(always.named()).toBeUndefined()
  always.toggle('rm *')
  expect(always.named()).toEqual(['ls *'])
  always.toggle('ls *')
  expect([always.outcome(), always.can()]).toEqual([undefined, false])
  expect(read.mock.calls).toEqual([['daemon', '/p']])
})

test('where they cannot be read it goes on waiting, says so, and is asked for again', async () => {
  read.mockRejectedValueOnce(new Error('no answer'))
  const always = make()
  await vi.waitFor(() => expect(always.problem()?.message).toBe('no answer'))
  expect([always.can(), always.reading()]).toEqual([false, false])
  always.retry()
  await vi.waitFor(() => expect(always.can()).toBe(true))
  expect(always.problem()).toBeUndefined()
})

test.each<[string, { capabilities?: string[] }, Parameters<typeof make>[0]]>([
  ['the server tells none', { capabilities: ['always-rules'] }, {}],
  ['“always” is not offered', {}, { isOffered: false }],
  ['the engine offers no rule', {}, { request: { ...request, always: [] } as unknown as Permission }],
])('nothing is read, and nothing waited for, where %s', (_, { capabilities }, source) => {
  if (capabilities) able.capabilities = new Set(capabilities)
  expect(make(source).can()).toBe(true)
  expect(read).not.toHaveBeenCalled()
})

test('where rules cannot be picked only those that “always” writes are told, and none is named', () => {
  able.capabilities = new Set()
  const always = make({
    request: { ...request, always: ['npm *'], metadata: { rules: ['npm test *'] } } as unknown as Permission,
  })
  expect([always.offer().rules, always.isChoice(), always.named()]).toEqual([['npm *'], false, undefined])
})
