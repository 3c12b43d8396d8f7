import { expect, test } from 'vitest'
import { belowBase, matchRoute } from './route.ts'

test.each([
  ['GET', 'health', 'GET', 'health', {}, ''],
  ['GET', 'health', 'HEAD', 'health?x', {}, '?x'],
  ['POST', 'api/servers/:id/credential', 'POST', 'api/servers/port-4098/credential', { id: 'port-4098' }, ''],
  ['*', 'api/servers/:id/engine/*', 'PUT', 'api/servers/daemon/engine/a/b?c', { id: 'daemon' }, '/a/b?c'],
  ['*', 'api/servers/:id/engine/*', 'GET', 'api/servers/daemon/engine//evil', { id: 'daemon' }, '//evil'],
  ['*', 'api/servers/:id/engine/*', 'GET', 'api/servers/daemon/engine', { id: 'daemon' }, ''],
  ['*', 'api*', 'GET', 'api', {}, ''],
  ['*', '*', 'GET', '', {}, ''],
  ['*', '*', 'GET', 'servers/daemon/sessions/s', {}, 'servers/daemon/sessions/s'],
])('%s %s takes %s %s', (method, path, asked, target, params, rest) => {
  expect(matchRoute({ method, path }, asked, target)).toEqual({ params, rest })
})

test.each([
  ['GET', 'health', 'POST', 'health'],
  ['GET', 'health', 'GET', 'health/'],
  ['GET', 'health', 'GET', 'healthy'],
  ['*', 'api*', 'GET', 'apis'],
  ['*', 'api/servers/:id/engine/*', 'GET', 'api/servers/a%2Fb/engine/x'],
  ['*', 'api/servers/:id/engine/*', 'GET', 'api/servers//engine/x'],
  ['*', 'api/servers/:id/engine/*', 'GET', 'api/servers/../engine/x'],
])('%s %s does not take %s %s', (method, path, asked, target) => {
  expect(matchRoute({ method, path }, asked, target)).toBeNull()
})

test('only what is below the base is ours', () => {
  expect(belowBase('/kilo/api', '/kilo/')).toBe('api')
  expect(belowBase('/kiloapi', '/kilo/')).toBeNull()
  expect(belowBase('/', '/')).toBe('')
})
