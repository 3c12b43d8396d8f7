import { expect, test } from 'vitest'
import { pathTo } from './paths.ts'

test.each<[() => string, string]>([
  [() => pathTo('health'), 'health'],
  [() => pathTo('events', { since: undefined }), 'api/events'],
  [() => pathTo('events', { since: 'a:1' }), 'api/events?since=a%3A1'],
  [() => pathTo('engine', { server: 'daemon' }), 'api/servers/daemon/engine'],
  [() => pathTo('figures', { server: '../x' }), 'api/servers/..%2Fx/figures'],
  [() => pathTo('daemon', { action: 'stop', force: '1' }), 'api/daemon/stop?force=1'],
  [
    () => pathTo('terminal', { server: 's', pty: 'p', directory: '/a b', cursor: '0', ticket: 't&u' }),
    'api/servers/s/engine/pty/p/connect?directory=%2Fa%20b&cursor=0&ticket=t%26u',
  ],
])('%s: %s', (path, expected) => {
  expect(path()).toBe(expected)
})

test('a path that lacks something, or asks for what the route does not know, does not type-check', () => {
  // @ts-expect-error: which server?
  pathTo('figures', {})
  // @ts-expect-error: no such action
  pathTo('daemon', { action: 'explode' })
  // @ts-expect-error: no such name in its query
  pathTo('events', { until: '1' })
  // @ts-expect-error: no such route
  expect(() => pathTo('elsewhere')).toThrow(TypeError)
})
