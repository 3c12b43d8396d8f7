import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { parseListening, parseLsof, whoListens } from './who-listens.ts'

it('finds this very process on its port', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const found = await whoListens({ first: port, last: port })
  expect(found).toEqual([{ port, pid: process.pid, name: expect.stringContaining('node') }])
  server.close()
  await once(server, 'close')
  expect(await whoListens({ first: port, last: port })).toEqual([])
})

it('reads the kernel’s table: those that listen alone', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1001 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 61862 1 0000 100 0 0 10 0
   1: 0100007F:1002 0100007F:8C3E 01 00000000:00000000 00:00000000 00000000     0        0 61863 1 0000 100 0 0 10 0
   2: 00000000000000000000000000000000:1014 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 99 1`
  expect(parseListening(table)).toEqual([
    { port: 4097, inode: '61862' },
    { port: 4116, inode: '99' },
  ])
})

it('reads lsof', () => {
  expect(parseLsof('p12\nckilo\nf9\nn127.0.0.1:4097\np13\ncnode\nf3\nn*:4098\nf4\nn[::1]:4099\n')).toEqual([
    { pid: 12, name: 'kilo', port: 4097 },
    { pid: 13, name: 'node', port: 4098 },
    { pid: 13, name: 'node', port: 4099 },
  ])
  expect(parseLsof('')).toEqual([])
})
