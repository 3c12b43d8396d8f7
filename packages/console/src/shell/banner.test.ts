import { expect, it } from 'vitest'
import type { ServerHealth } from '../../shared/api.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { emptyServer, type ConsoleState } from '../store/types.ts'
import { bannerOf } from './banner.ts'

const state = (
  health: ServerHealth,
  more: Partial<Pick<ConsoleState, 'link' | 'daemonAction'>> = {},
  problem?: { code: string; message: string },
) => ({
  link: 'connected' as const,
  daemonAction: null,
  servers: {
    daemon: emptyServer(sampleServer({ health, ...(problem ? { problem } : {}) })),
  },
  ...more,
})

it.each([
  ['healthy', undefined, undefined],
  ['locked', undefined, undefined],
  ['starting', 'The daemon is starting', undefined],
  ['offline', 'The daemon is not running', 'daemon-start'],
  ['unhealthy', 'The daemon isn’t responding', 'daemon-restart'],
] as const)('a daemon that is %s: %s', (health, title, does) => {
  const banner = bannerOf(state(health), undefined)
  expect(banner?.title).toBe(title)
  expect(banner?.action?.does).toBe(does)
})

it('warns of too much memory, and offers a restart', () => {
  const warned = state('healthy')
  Object.assign(warned.servers.daemon.info, {
    rssBytes: 4.2 * 2 ** 30,
    memoryWarning: { limitBytes: 4 * 2 ** 30 },
  })
  expect(bannerOf(warned, undefined)).toMatchObject({
    tone: 'warning',
    title: 'The engine uses 4.2 GB',
    hint: 'More than its limit of 4.0 GB. Restart it when nothing is working.',
    action: { title: 'Restart daemon', does: 'daemon-restart' },
  })
})

it('says why', () =>
  expect(bannerOf(state('offline', {}, { code: 'x', message: 'It crashed' }), 'daemon')?.title).toBe(
    'It crashed',
  ))
it('keeps to the server that is shown', () => expect(bannerOf(state('offline'), 'port-4098')).toBeNull())
it('shows what is under way', () =>
  expect(bannerOf(state('offline', { daemonAction: 'start' }), undefined)).toMatchObject({ busy: true }))
it('speaks of the host first', () =>
  expect(bannerOf(state('offline', { link: 'offline' }), 'port-4098')).toMatchObject({
    command: 'kilo console',
  }))
it('waits with it while reconnecting', () =>
  expect(bannerOf(state('healthy', { link: 'reconnecting' }), undefined)).toBeNull())
it('is silent before the servers are known', () =>
  expect(bannerOf({ link: 'connecting', daemonAction: null, servers: {} }, undefined)).toBeNull())
