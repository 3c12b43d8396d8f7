import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathTo } from '../../shared/paths.ts'
import { httpNames, routes, socketNames } from '../../shared/routes.ts'
import { belowBase, findRoute } from './route.ts'

test.each([
  ['GET', 'health', 'health', {}, ''],
  ['HEAD', 'health?x', 'health', {}, '?x'],
  ['POST', 'api/servers/port-4098/credential', 'credential', { server: 'port-4098' }, ''],
  ['PUT', 'api/servers/daemon/engine/a/b?c', 'engine', { server: 'daemon' }, '/a/b?c'],
  ['GET', 'api/servers/daemon/engine//evil', 'engine', { server: 'daemon' }, '//evil'],
  ['GET', 'api/servers/daemon/engine', 'engine', { server: 'daemon' }, ''],
  ['POST', 'api/daemon/stop?force=1', 'daemon', { action: 'stop' }, '?force=1'],
  ['POST', 'api/daemon/terminals/p/continue', 'flood', { pty: 'p', act: 'continue' }, ''],
  ['GET', 'api', 'noApi', {}, ''],
  ['GET', '', 'app', {}, ''],
  ['GET', 'servers/daemon/sessions/s', 'app', {}, 'servers/daemon/sessions/s'],
  // Not what they look like.
  ['POST', 'health', 'app', {}, 'health'],
  ['GET', 'health/', 'app', {}, 'health/'],
  ['GET', 'healthy', 'app', {}, 'healthy'],
  ['GET', 'apis', 'app', {}, 'apis'],
  ['GET', 'api/daemon/stop', 'noApi', {}, '/daemon/stop'],
  ['POST', 'api/daemon/explode', 'noApi', {}, '/daemon/explode'],
  ['POST', 'api/daemon/stop/now', 'noApi', {}, '/daemon/stop/now'],
  ['POST', 'api/daemon/terminals/p/kill', 'noApi', {}, '/daemon/terminals/p/kill'],
  ['GET', 'api/servers/a%2Fb/engine/x', 'noApi', {}, '/servers/a%2Fb/engine/x'],
  ['GET', 'api/servers//engine/x', 'noApi', {}, '/servers//engine/x'],
  ['GET', 'api/servers/../engine/x', 'noApi', {}, '/servers/../engine/x'],
  // WebSockets are no requests.
  ['GET', 'api/events', 'noApi', {}, '/events'],
])('%s %s is %s', (method, target, name, params, rest) => {
  expect(findRoute(httpNames, method, target)).toMatchObject({ name, params, rest })
})

test.each([
  ['api/events?since=a:1', 'events', {}],
  ['api/servers/daemon/engine/pty/p/connect?ticket=t', 'terminal', { server: 'daemon', pty: 'p' }],
])('WebSocket %s is %s', (target, name, params) => {
  expect(findRoute(socketNames, 'GET', target)).toMatchObject({ name, params })
})

test.each(['api/servers/daemon/engine/pty/p', 'api/servers/daemon/engine/session', 'api/events/x', ''])(
  'WebSocket %j is none',
  (target) => {
    expect(findRoute(socketNames, 'GET', target)).toBeNull()
  },
)

test('the query is read by name, also of a path that may go on', () => {
  expect(findRoute(['folders'], 'GET', 'api/servers/a/folders?path=%2Fa%26b&names=0')?.query('path')).toBe(
    '/a&b',
  )
  expect(findRoute(['folders'], 'GET', 'api/servers/a/folders')?.query('path')).toBeNull()
})

test('what the page asks for is what the host takes it for, whatever it is about', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]+$/), fc.string({ unit: 'grapheme' }), (server, path) => {
      const found = findRoute(httpNames, 'GET', pathTo('folders', { server, path }))
      expect([found?.name, found?.params]).toEqual(['folders', { server }])
      expect(findRoute(['folders'], 'GET', pathTo('folders', { server, path }))?.query('path')).toBe(path)
    }),
  )
})

test('no route stands in the way of another', () => {
  const reached = httpNames.map((name) => {
    const { method, path } = routes[name]
    const target = path.replaceAll(/:\w+\((\w+).*?\)/g, '$1').replaceAll(/:\w+/g, 'x')
    return findRoute(httpNames, method === '*' ? 'GET' : method, target.replace(/\*$/, 'y'))?.name
  })
  expect(reached).toEqual(httpNames)
})

test('only what is below the base is ours', () => {
  expect(belowBase('/kilo/api', '/kilo/')).toBe('api')
  expect(belowBase('/kiloapi', '/kilo/')).toBeNull()
  expect(belowBase('/', '/')).toBe('')
})
