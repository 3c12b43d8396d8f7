import { createRoot } from 'solid-js'
import { createStore } from 'solid-js/store'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ServerHealth } from '../../../shared/api.ts'
import type { Console } from '../../store/context.ts'
import { dismissToast, toasts } from '../../ui/toast.ts'
import { rememberFolder } from '../../store/folder-choice.ts'
import { createStart } from './create-start.ts'

const { navigate, preload } = vi.hoisted(() => ({
  navigate: vi.fn<(path: string) => void>(),
  preload: vi.fn<(path: string) => void>(),
}))
vi.mock('@solidjs/router', () => ({ useNavigate: () => navigate, usePreloadRoute: () => preload }))
vi.mock('../../sdk/base.ts', () => ({ basePath: () => '/kilo' }))

beforeEach(() => {
  navigate.mockClear()
  preload.mockClear()
  toasts().forEach(({ id }) => dismissToast(id))
})

/** A console whose only server is the daemon, as healthy as is said; `undefined`: the list has not come yet. */
function withDaemon(health: ServerHealth | undefined) {
  const servers = (health: ServerHealth | undefined) =>
    health === undefined
      ? {}
      : { daemon: { info: { id: 'daemon', health, projects: [] }, sessions: {}, directories: [] } }
  const [state, set] = createStore({
    info: { home: '/home/me' },
    order: health === undefined ? [] : ['daemon'],
    servers: servers(health),
  })
  const created: string[] = []
  const console = {
    state,
    sessions: {
      create: ({ directory }: { directory: string }) => {
        created.push(directory)
        return Promise.resolve({ id: 'ses_1' })
      },
    },
  } as unknown as Console
  return createRoot((dispose) => ({
    start: createStart(console),
    created,
    becomes: (health: ServerHealth) => set({ order: ['daemon'], servers: servers(health) }),
    dispose,
  }))
}

it.each([['healthy'], ['unhealthy']] as const)('a %s server is asked at once', async (health) => {
  const { start, created, becomes, dispose } = withDaemon('healthy')
  becomes(health)
  start.choose('session')
  await start.startIn('session', { serverId: 'daemon', directory: '/shop' })
  expect(created).toEqual(['/shop'])
  expect(navigate).toHaveBeenCalledWith('/servers/daemon/sessions/ses_1')
  dispose()
})

it.each([[undefined], ['starting']] as const)(
  'what is asked for while the daemon is %s begins when it is ready, once',
  async (health) => {
    const { start, created, becomes, dispose } = withDaemon(health)
    start.start('session')
    expect(toasts().map(({ title }) => title)).toEqual(['The daemon is starting'])
    becomes('starting')
    becomes('healthy')
    await vi.waitFor(() => expect(navigate).toHaveBeenCalledTimes(1))
    becomes('unhealthy')
    becomes('healthy')
    expect(created).toEqual(['/home/me'])
    dispose()
  },
)

it('where nothing runs it says so, and does nothing later either', () => {
  const { start, created, becomes, dispose } = withDaemon('offline')
  start.start('session')
  expect(toasts().map(({ title }) => title)).toEqual(['No server is running'])
  becomes('healthy')
  expect(created).toEqual([])
  dispose()
})

it('where the daemon is down and another server is not, it asks where', () => {
  const server = (id: string, health: ServerHealth) => ({
    [id]: { info: { id, health, projects: [] }, sessions: {}, directories: [] },
  })
  const servers = { ...server('daemon', 'offline'), ...server('port-4100', 'healthy') }
  const state = { info: { home: '/home/me' }, order: ['daemon', 'port-4100'], servers }
  rememberFolder({ serverId: 'daemon', directory: '/shop' })
  createRoot((dispose) => {
    const start = createStart({ state } as unknown as Console)
    start.start('session')
    expect([start.choosing(), toasts()]).toEqual(['session', []])
    dispose()
  })
})

it('what was asked for is forgotten when the start fails', () => {
  const { start, created, becomes, dispose } = withDaemon('starting')
  start.start('session')
  becomes('offline')
  becomes('healthy')
  expect(created).toEqual([])
  dispose()
})

it('asks for the view of what is started before that is there, as going there would', async () => {
  const { start, dispose } = withDaemon('healthy')
  start.start('session')
  expect(preload).toHaveBeenCalledExactlyOnceWith('/kilo/servers/daemon/sessions/coming')
  expect(navigate).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(navigate).toHaveBeenCalledExactlyOnceWith('/servers/daemon/sessions/ses_1'))
  dispose()
})
