import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import type { ConsoleState } from '@kilo-console/daemon'
import { requestTicket } from './ticket.ts'

let close = () => {}
afterEach(() => close())

async function host(listener: RequestListener): Promise<ConsoleState> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  close = () => void server.close()
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = `http://127.0.0.1:${port}`
  return {
    pid: process.pid,
    hostname: '',
    port,
    url,
    version: '',
    startedAt: '',
    log: '',
    controlToken: 'control-word',
  }
}

it('asks with the control token in a header, and puts the ticket alone behind the #', async () => {
  const state = await host((request, response) => {
    const { method, url, headers } = request
    const ok = method === 'POST' && url === '/auth/tickets' && headers.authorization === 'Bearer control-word'
    response.writeHead(ok ? 200 : 403).end(JSON.stringify({ ticket: 'one/time', expiresIn: 60 }))
  })
  expect(await requestTicket(state)).toBe(`${state.url}/#ticket=one%2Ftime`)
  // The base is the running host's, whatever this command's environment says.
  expect(await requestTicket({ ...state, base: '/kilo/' })).toBe(`${state.url}/kilo/#ticket=one%2Ftime`)
})

it.each<[string, RequestListener]>([
  ['403', (_, response) => response.writeHead(403).end('{"ticket":"x"}')],
  ['no ticket', (_, response) => response.end('{}')],
  ['not JSON', (_, response) => response.end('<html>')],
  ['a flood', (_, response) => response.end('x'.repeat(100_000))],
  ['a broken connection', (request) => request.socket.destroy()],
])('%s is an error with a way out, without the token', async (_, listener) => {
  const failed = requestTicket(await host(listener))
  await expect(failed).rejects.toMatchObject({
    code: 'no-ticket',
    hint: 'kilo console stop, then kilo console',
  })
  await expect(failed).rejects.not.toMatchObject({ message: expect.stringContaining('control-word') })
})
