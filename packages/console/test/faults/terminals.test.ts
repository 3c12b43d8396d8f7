import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { KEY_HEADER, keyProtocol } from '../../shared/login.ts'
import { startHost, type TestHost } from '../host/host.ts'
import { connectSocket, openSocket } from '../host/web-socket.ts'

let host: TestHost
let headers: Record<string, string>
beforeEach(async () => {
  host = await startHost()
  headers = { ...(await host.logIn()), origin: host.url }
})
afterEach(() => host.close())

const terminalUrl = (query: string) => `${host.url}/api/servers/daemon/engine/pty/p/connect?${query}`

async function open(query = 'cursor=0'): Promise<WebSocket> {
  const terminal = connectSocket(terminalUrl(query), headers)
  await once(terminal, 'open')
  return terminal
}

test('a terminal is an echo with the host’s credential, no cookie and no origin', async () => {
  const terminal = await open('cursor=0&ticket=new')
  const bytes = Buffer.from([0, 255, 1, 2, 128])
  terminal.send(bytes)
  const [back, isBinary] = (await once(terminal, 'message')) as [Buffer, boolean]
  expect([back.equals(bytes), isBinary]).toEqual([true, true])
  terminal.send('exit')
  expect((await once(terminal, 'close'))[0]).toBe(1000)
  const [seen] = host.engine.upgrades
  expect(seen).toMatchObject({ authorization: `Basic ${btoa('kilo:engine-password')}` })
  expect(seen?.cookie).toBeUndefined()
  expect(seen?.origin).toBeUndefined()
  expect(JSON.stringify(seen)).not.toContain(headers[KEY_HEADER])
})

test('fault 49: a terminal that is flooded while nobody reads is cut, and the engine is not held back', async () => {
  const frozen = await open()
  const [shell] = host.engine.terminals
  frozen.pause()
  frozen.send('flood')
  await once(shell ?? frozen, 'close')
  expect(shell?.bufferedAmount).toBeLessThan(4 << 20)
  frozen.resume()
  expect((await once(frozen, 'close'))[0]).toBe(1006)
})

describe('fault 50: what a terminal carries', () => {
  /** What came back: the very bytes, or nothing because it was closed. */
  async function echo(message: Buffer | string): Promise<'exact' | 'closed' | 'changed'> {
    const terminal = await open()
    const closed = once(terminal, 'close').then(() => 'closed' as const)
    const back = once(terminal, 'message').then(([bytes]) =>
      Buffer.from(message).equals(bytes as Buffer) ? ('exact' as const) : ('changed' as const),
    )
    terminal.send(message)
    const outcome = await Promise.race([back, closed])
    terminal.terminate()
    return outcome
  }

  test('random bytes of every length that a frame is written in come back as they were', async () => {
    for (const length of [0, 1, 125, 126, 65_535, 65_536, 1 << 20])
      expect(await echo(randomBytes(length))).toBe('exact')
    expect(await echo('é€😀\u0000\u001b[31m'.repeat(1000))).toBe('exact')
  })

  test('a frame of 64 MB arrives whole, or the terminal is closed', async () => {
    expect(['exact', 'closed']).toContain(await echo(randomBytes(64 << 20)))
    expect(await echo('still here')).toBe('exact')
  })
})

test('fault 53: 500 terminals opened and closed leave no socket behind', async () => {
  const sockets = () => process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCPSocket')).length
  const before = sockets()
  for (let round = 0; round < 10; round += 1) {
    const terminals = await Promise.all(Array.from({ length: 50 }, () => open()))
    const closed = terminals.map((terminal) => once(terminal, 'close'))
    // Every second as a shell that ends, the others as a page that is gone.
    terminals.forEach((terminal, at) => (at % 2 === 0 ? terminal.send('exit') : terminal.terminate()))
    await Promise.all(closed)
  }
  await expect.poll(() => host.engine.terminals.size).toBe(0)
  await expect.poll(sockets).toBeLessThanOrEqual(before)
})

test('fault 37: a refused terminal tells its status and no header of the engine', async () => {
  await expect(openSocket(terminalUrl('ticket=used'), headers)).rejects.toThrow('403')
  const socket = connect(host.port, '127.0.0.1')
  const lines = [
    `GET /api/servers/daemon/engine/pty/p/connect?ticket=used HTTP/1.1`,
    `Host: 127.0.0.1:${host.port}`,
    `Cookie: ${headers['cookie']}`,
    `Sec-WebSocket-Protocol: ${keyProtocol(headers[KEY_HEADER] ?? '')}`,
    `Origin: ${host.url}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString()))
  await once(socket, 'close')
  expect(heard).toMatch(/^HTTP\/1.1 403/)
  expect(heard).not.toContain('set-cookie')
})
