import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { candidates, isFree } from './ports.ts'
import { urlHost } from '../place.ts'

it.each([
  [undefined, undefined, [1, 2, 3]],
  [9, 2, [9]],
  [undefined, 3, [3, 1, 2]],
  [undefined, 8, [8, 1, 2, 3]],
])('fixed %s, previous %s -> %j', (fixed, previous, order) => {
  expect(candidates({ first: 1, last: 3 }, fixed, previous)).toEqual(order)
})

it('knows a taken port from a free one', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await isFree('127.0.0.1', port)).toBe(false)
  server.close()
  await once(server, 'close')
  expect(await isFree('127.0.0.1', port)).toBe(true)
})

it.each([
  ['127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', '127.0.0.1'],
  ['::', '127.0.0.1'],
  ['::1', '[::1]'],
  ['localhost', 'localhost'],
])('%s in a URL is %s', (hostname, host) => expect(urlHost(hostname)).toBe(host))
