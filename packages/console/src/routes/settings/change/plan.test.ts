import { expect, test, vi } from 'vitest'
import type { Configuration } from '../../../../shared/configuration.ts'
import { ProblemError } from '../../../sdk/problem.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { planBoth, planOther, planSettings, type Outcome } from './plan.ts'

const place: ConfigurationPlace = { serverId: 'daemon', scope: 'project', directory: '/w' }
const everywhere: ConfigurationPlace = { serverId: 'daemon', scope: 'global', directory: '' }
const target = { path: '/w/kilo.json', revision: 'a', exists: true, writable: true }
const conflict: Extract<Outcome, { status: 'conflict' }> = {
  status: 'conflict',
  target: { ...target, revision: 'b' },
}
const file: Configuration = { scope: 'project', target, sources: [], fields: [], more: false, warnings: [] }
const changes = [{ path: ['share'], value: 'auto' }]

function setUp(read: Configuration | undefined = file) {
  const log: string[] = []
  const save = vi.fn<ConfigurationActions['save']>().mockImplementation(() => {
    log.push('settings')
    return Promise.resolve({ status: 'saved' })
  })
  const write = vi.fn<() => Promise<void>>().mockImplementation(() => {
    log.push('key')
    return Promise.resolve()
  })
  const refresh = vi.fn<() => Promise<void>>().mockResolvedValue()
  const reading = { value: () => read, isReading: () => false, problem: () => undefined, refresh }
  const actions = {
    save,
    read: vi.fn<ConfigurationActions['read']>().mockResolvedValue(file),
    interrupt: vi.fn(async (where: ConfigurationPlace, stops: boolean, act: () => Promise<unknown>) => {
      log.push(`at ${where.scope}${stops ? ', stops' : ''}`)
      return act()
    }) as ConfigurationActions['interrupt'],
  }
  const settings = planSettings(actions, { place, reading, changes, title: 'Acme' })
  const key = planOther(actions, { place: everywhere, name: 'key', title: 'The key', write })
  return { log, save, write, refresh, settings, key, both: planBoth(actions, settings, key) }
}

test('settings are laid over the file that was read, or that was found by a save before', async () => {
  const { settings, save, refresh } = setUp()
  save.mockResolvedValueOnce(conflict)
  expect(await settings.save(true)).toEqual(conflict)
  expect(refresh).not.toHaveBeenCalled()
  await settings.save(false, conflict)
  expect(refresh).toHaveBeenCalledOnce()
  expect(save.mock.calls).toEqual([
    [place, { changes, expected: { path: target.path, revision: 'a' } }, true],
    [place, { changes, expected: { path: target.path, revision: 'b' } }, false],
  ])
})

test('of a file that can’t be read nothing is written', async () => {
  const { target: _, ...broken } = file
  const { settings, save } = setUp(broken)
  await expect(settings.save(false)).rejects.toMatchObject({ code: 'broken' })
  expect(save).not.toHaveBeenCalled()
})

test('something else is done where it ends what runs, now or later', async () => {
  const { key, log } = setUp()
  await key.save(true)
  await key.later().save()
  expect(log).toEqual(['at global, stops', 'key', 'at global', 'key'])
})

test('of both, who works is stopped once, for the wider of the two places', async () => {
  const { both, log } = setUp()
  expect([both.place, both.title]).toEqual([everywhere, 'Acme'])
  expect(await both.save(true)).toEqual({ status: 'saved' })
  expect(log).toEqual(['at global, stops', 'settings', 'at global', 'key'])
})

test('of a conflict the second is not written, and of a failure it is told which was', async () => {
  const { both, save, write, log } = setUp()
  save.mockResolvedValueOnce(conflict)
  expect(await both.save(false)).toEqual(conflict)
  expect(log).not.toContain('key')
  write.mockRejectedValueOnce(new ProblemError({ code: 'x', message: 'No disk.' }))
  await expect(both.save(false)).rejects.toThrow('Acme was saved. The key was not: No disk.')
})

test('later, the first is not written twice where the second failed', async () => {
  const { both, write, log } = setUp()
  const late = both.later()
  write.mockRejectedValueOnce(new Error('busy'))
  await expect(late.save()).rejects.toThrow('busy')
  await late.save()
  expect(log.filter((one) => !one.startsWith('at'))).toEqual(['settings', 'key'])
  expect(late).toMatchObject({ place: everywhere, title: 'Acme' })
})
