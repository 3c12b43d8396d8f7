import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test, vi } from 'vitest'
import { sampleServer } from '../../../shared/sample-server.ts'
import type { Configuration, ConfigurationSaved } from '../../../shared/configuration.ts'
import { ProblemError } from '../../sdk/problem.ts'
import { Model } from '../model.ts'
import { emptyServer } from '../types.ts'
import type { ConfigurationActions } from './configuration.ts'
import { LateSaves } from './late-saves.ts'
import { lateSettings } from './late-settings.ts'

const place = { serverId: 'daemon', scope: 'project', directory: '/w' } as const
const changeOf = (name: string, value: string | boolean) => ({ changes: [{ path: [name], value }] })
const target = { path: '/w/kilo.json', revision: 'b', exists: true, writable: true }

/** The file says this of `share`. */
const fileThat = (value: unknown): Configuration => ({
  scope: 'project',
  target,
  sources: [{ kind: 'project-file', label: 'p', path: target.path, state: 'used' }],
  fields: [{ path: ['share'], origin: 'layer', layers: [{ source: 0, shown: { value } }] }],
  more: false,
  warnings: [],
})

/** A session works in /w. */
function setUp(link: 'connected' | 'offline' = 'connected') {
  const model = new Model({ status: 'done' })
  const server = { ...emptyServer({ ...sampleServer(), health: 'healthy' }), complete: true }
  server.sessions['a'] = { id: 'a', directory: '/w', time: { created: 1, updated: 1 } } as Session
  model.set('servers', 'daemon', server)
  model.set('link', link)
  const work = () => model.change('daemon', (draft) => (draft.activity['a'] = { type: 'busy' }))
  const rest = () => model.change('daemon', (draft) => void delete draft.activity['a'])
  work()
  const read = vi.fn<ConfigurationActions['read']>().mockResolvedValue(fileThat('manual'))
  const save = vi.fn<ConfigurationActions['save']>().mockResolvedValue({ status: 'saved' })
  const saves = new LateSaves(model)
  const add = (name: string, value: string | boolean, ...before: string[]) =>
    saves.add(
      lateSettings(
        { read, save },
        {
          place,
          ...changeOf(name, value),
          before: [before.map((one) => ({ path: [name], shown: { value: one } }))],
        },
      ),
    )
  const share = (value = 'auto') => add('share', value, 'manual')
  const told = () => saves.list.map(({ status, problem, title }) => [title, status, problem?.code])
  return { model, saves, add, share, work, rest, read, save, told }
}

test('it is saved once nobody works there, over the file as it is then', async () => {
  const { share, rest, save, told } = setUp()
  share()
  expect(told()).toEqual([['share = auto', 'waiting', undefined]])
  expect(save).not.toHaveBeenCalled()
  rest()
  await vi.waitFor(() => expect(told()).toEqual([]))
  expect(save.mock.calls).toEqual([
    [place, { ...changeOf('share', 'auto'), expected: { path: target.path, revision: 'b' } }, false],
  ])
})

test('a second one of the same setting takes its place; what is given up is never saved', async () => {
  const { saves, share, add, rest, save, told, read } = setUp()
  share()
  share('disabled')
  add('snapshot', true)
  expect(told().map(([value]) => value)).toEqual(['share = disabled', 'snapshot = true'])
  for (const id of saves.list.map((save) => save.id)) saves.cancel(id)
  rest()
  await Promise.resolve()
  expect([read, save].map((call) => call.mock.calls.length)).toEqual([0, 0])
})

test.each<[string, () => Promise<Configuration>, () => Promise<ConfigurationSaved>, string]>([
  [
    'changed in its file',
    () => Promise.resolve(fileThat('disabled')),
    () => Promise.resolve({ status: 'saved' }),
    'conflict',
  ],
  [
    'changed in the same moment',
    () => Promise.resolve(fileThat('manual')),
    () => Promise.resolve({ status: 'conflict', target }),
    'conflict',
  ],
  [
    'in a file that was broken',
    () => {
      const { target: _, ...broken } = fileThat('manual')
      return Promise.resolve(broken)
    },
    () => Promise.resolve({ status: 'saved' }),
    'broken',
  ],
  [
    'of a server that is gone',
    () => Promise.reject(new Error('gone')),
    () => Promise.resolve({ status: 'saved' }),
    'unexpected',
  ],
])('a setting %s meanwhile is left alone, and that is told', async (_, read, save, code) => {
  const made = setUp()
  made.read.mockImplementation(read)
  made.save.mockImplementation(save)
  made.share()
  made.rest()
  await vi.waitFor(() => expect(made.told()).toEqual([['share = auto', 'failed', code]]))
  made.read.mockResolvedValue(fileThat('manual'))
  made.save.mockResolvedValue({ status: 'saved' })
  made.saves.retry(made.saves.list[0]?.id ?? 0)
  await vi.waitFor(() => expect(made.told()).toEqual([]))
})

test('two that wait for the same session are saved one after the other, and one that is given up meanwhile is not', async () => {
  const { saves, share, add, rest, read, save, told } = setUp()
  const ends: (() => void)[] = []
  save.mockImplementation(() => new Promise((resolve) => ends.push(() => resolve({ status: 'saved' }))))
  share()
  add('snapshot', true)
  add('username', 'ada')
  rest()
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(1), { interval: 1 })
  expect(read).toHaveBeenCalledTimes(1)
  expect(told().map(([, status]) => status)).toEqual(['saving', 'waiting', 'waiting'])
  saves.cancel(saves.list[1]?.id ?? 0)
  ends[0]?.()
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(2), { interval: 1 })
  expect(save.mock.calls.map(([, { changes }]) => changes[0]?.path)).toEqual([['share'], ['username']])
  expect(read).toHaveBeenCalledTimes(2)
  ends[1]?.()
  await vi.waitFor(() => expect(told()).toEqual([]), { interval: 1 })
})

test('whoever begins to work in between is waited for as well', async () => {
  const { share, work, rest, save, told } = setUp()
  save.mockImplementationOnce(() => {
    work()
    return Promise.reject(new ProblemError({ code: 'busy', message: 'works' }))
  })
  share()
  rest()
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(1))
  await vi.waitFor(() => expect(told()).toEqual([['share = auto', 'waiting', undefined]]))
  rest()
  await vi.waitFor(() => expect(told()).toEqual([]))
  expect(save).toHaveBeenCalledTimes(2)
})

test('while nobody knows who works, nothing is saved', async () => {
  const { model, share, rest, read, told } = setUp('offline')
  share()
  rest()
  await Promise.resolve()
  expect(read).not.toHaveBeenCalled()
  model.set('link', 'connected')
  await vi.waitFor(() => expect(told()).toEqual([]))
})

test('of a server that has just come back it is not known who works: what waits goes on waiting', async () => {
  const { model, share, rest, read, told } = setUp()
  model.change('daemon', (draft) => (draft.complete = false))
  share()
  rest()
  await Promise.resolve()
  expect(read).not.toHaveBeenCalled()
  model.change('daemon', (draft) => (draft.complete = true))
  await vi.waitFor(() => expect(told()).toEqual([]), { interval: 1 })
})
