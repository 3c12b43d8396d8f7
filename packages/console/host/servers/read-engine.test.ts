import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { makeStream } from '../events/stream.ts'
import { readEngine } from './read-engine.ts'

const cleanups: (() => void)[] = []
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()))

/** What listens answers every request with these words. */
async function answering(answer: (socket: Socket) => unknown) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
    cleanups.push(() => socket.destroy())
  }).listen(0, '127.0.0.1')
  cleanups.push(() => server.close())
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, owner: {} }
}

const SWITCH = 'HTTP/1.1 101 X\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'

test('fault 62: a 101 that nobody asked for ends the question, else all servers would wait for it', async () => {
  const target = await answering((socket) => socket.write(SWITCH))
  await expect(readEngine(target, '/project')).rejects.toThrow('no answer')
})

test('fault 62: a 101 ends a stream, which is opened again', async () => {
  const target = await answering((socket) => socket.write(SWITCH))
  await new Promise<void>((closed) => {
    const unheard = () => expect.unreachable()
    cleanups.push(makeStream(target, 60_000, { opened: unheard, item: unheard, closed }))
  })
})

test('fault 62: interim answers without end end the question', async () => {
  const target = await answering((socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000)))
  await expect(readEngine(target, '/project')).rejects.toThrow('without coming to an end')
})
