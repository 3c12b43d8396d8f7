import type { Session } from '@kilocode/sdk/v2/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleServer } from '../../../shared/sample-server.ts'
import { Model } from '../model.ts'
import { emptyServer } from '../types.ts'
import { makeConfigurationActions } from './configuration.ts'

const { changeConfiguration, configuration } = vi.hoisted(() => ({
  changeConfiguration: vi.fn<(...asked: unknown[]) => Promise<object>>(),
  configuration: vi.fn<(...asked: unknown[]) => Promise<object>>(),
}))
vi.mock('../../sdk/host.ts', () => ({
  ask: (name: string, { server, directory }: Record<string, unknown>, body: object) =>
    name === 'changeConfiguration' ? changeConfiguration(server, directory, body) : configuration(),
}))

const expected = { path: '/w/kilo.json', revision: 'a' }
const change = { changes: [{ path: ['share'], value: 'auto' }], expected }
const project = { serverId: 'daemon', scope: 'project', directory: '/w' } as const
const globally = { serverId: 'daemon', scope: 'global', directory: '' } as const

beforeEach(() => {
  vi.useFakeTimers()
  changeConfiguration.mockReset().mockResolvedValue({ status: 'saved' })
})
afterEach(() => vi.useRealTimers())

/** A server with a session in /w and one in /x; those that are named work. */
function setUp(...working: ('a' | 'b')[]) {
  const model = new Model({ status: 'done' })
  const server = { ...emptyServer(sampleServer()), complete: true }
  for (const [id, directory] of [
    ['a', '/w'],
    ['b', '/x'],
  ] as const)
    server.sessions[id] = { id, directory, time: { created: 1, updated: 1 } } as Session
  for (const id of working) server.activity[id] = { type: 'busy' }
  model.set('servers', 'daemon', server)
  const stop = vi.fn(() => Promise.resolve())
  const idle = (id: string) => model.change('daemon', (draft) => void delete draft.activity[id])
  const dispose = () => model.change('daemon', (draft) => (draft.disposals += 1))
  const isFree = async (directory: string) => {
    let free = false
    void model.holds.whenFree('daemon', directory).then(() => (free = true))
    await vi.advanceTimersByTimeAsync(0)
    return free
  }
  return { actions: makeConfigurationActions(model, { stop }), model, stop, idle, dispose, isFree }
}

test('prompts of the folder wait until the engine has put it away', async () => {
  const { actions, dispose, isFree, stop } = setUp('b')
  const saving = actions.save(project, change, false)
  await vi.advanceTimersByTimeAsync(0)
  expect(changeConfiguration.mock.calls).toEqual([['daemon', '/w', { ...change, scope: 'project' }]])
  expect([await isFree('/w'), await isFree('/x')]).toEqual([false, true])
  dispose()
  expect(await saving).toEqual({ status: 'saved' })
  expect(await isFree('/w')).toBe(true)
  expect(stop).not.toHaveBeenCalled()
})

test('what changes nothing puts nothing away, and holds nothing for long', async () => {
  const { actions, isFree } = setUp()
  const saving = actions.save(project, change, false)
  await vi.advanceTimersByTimeAsync(3000)
  expect(await saving).toEqual({ status: 'saved' })
  expect(await isFree('/w')).toBe(true)
})

test('who works there is stopped first, and nothing is written before that is over', async () => {
  const { actions, stop, idle, dispose, isFree } = setUp('a', 'b')
  const saving = actions.save(globally, change, true)
  await vi.advanceTimersByTimeAsync(0)
  expect(stop.mock.calls).toEqual([
    [{ serverId: 'daemon', sessionId: 'a' }],
    [{ serverId: 'daemon', sessionId: 'b' }],
  ])
  idle('a')
  await vi.advanceTimersByTimeAsync(0)
  expect(changeConfiguration).not.toHaveBeenCalled()
  expect([await isFree('/w'), await isFree('/x')]).toEqual([false, false])
  idle('b')
  await vi.advanceTimersByTimeAsync(0)
  expect(changeConfiguration).toHaveBeenCalledTimes(1)
  dispose()
  await saving
})

test('unless it is meant nothing is stopped, and what does not stop keeps the setting from being written', async () => {
  const { actions, stop, isFree } = setUp('a')
  await expect(actions.save(project, change, false)).rejects.toThrow('begun to work')
  expect(stop).not.toHaveBeenCalled()
  const saving = actions.save(project, change, true).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(String(await saving)).toContain('Not every session has stopped')
  expect(changeConfiguration).not.toHaveBeenCalled()
  expect(await isFree('/w')).toBe(true)
})

test('while it is not known who works there nothing is written, unless whoever works is to stop', async () => {
  const { actions, model, dispose } = setUp()
  model.change('daemon', (draft) => (draft.complete = false))
  await expect(actions.save(project, change, false)).rejects.toThrow('not known yet. Nothing was saved.')
  expect(changeConfiguration).not.toHaveBeenCalled()
  const saving = actions.save(project, change, true)
  await vi.advanceTimersByTimeAsync(0)
  dispose()
  expect(await saving).toEqual({ status: 'saved' })
})

test('a conflict and a failure hold nothing', async () => {
  const { actions, isFree } = setUp()
  changeConfiguration.mockResolvedValueOnce({ status: 'conflict' })
  expect(await actions.save(project, change, false)).toEqual({ status: 'conflict' })
  changeConfiguration.mockRejectedValueOnce(new Error('gone'))
  await expect(actions.save(project, change, false)).rejects.toThrow('gone')
  expect(await isFree('/w')).toBe(true)
})
