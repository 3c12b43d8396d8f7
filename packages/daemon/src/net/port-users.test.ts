import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { parseLsof, whoListens } from './port-users.ts'

it('finds this very process on its port', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const found = await whoListens({ first: port, last: port })
  expect(found).toEqual([
    { port, uid: process.getuid?.(), pid: process.pid, name: expect.stringContaining('node') },
  ])
  server.close()
  await once(server, 'close')
  expect(await whoListens({ first: port, last: port })).toEqual([])
})

it('reads lsof', () => {
  expect(parseLsof('p12\nckilo\nf9\nn127.0.0.1:4097\np13\ncnode\nf3\nn*:4098\nf4\nn[::1]:4099\n')).toEqual([
    { pid: 12, name: 'kilo', port: 4097 },
    { pid: 13, name: 'node', port: 4098 },
    { pid: 13, name: 'node', port: 4099 },
  ])
  expect(parseLsof('')).toEqual([])
})
