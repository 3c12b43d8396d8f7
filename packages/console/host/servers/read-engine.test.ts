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

const JSON_ANSWER = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n[]'

/** Answers `each` question of a connection, and closes it at the next. */
async function keeping(each: number) {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    let asked = 0
    socket.on('error', () => undefined)
    socket.on('data', () => ((asked += 1) <= each ? socket.write(JSON_ANSWER) : socket.destroy()))
    cleanups.push(() => socket.destroy())
  }).listen(0, '127.0.0.1')
  cleanups.push(() => server.close())
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { target: { url, owner: {} }, connections: () => connections }
}

test('a connection is used again', async () => {
  const { target, connections } = await keeping(9)
  for (let nth = 0; nth < 3; nth += 1) {
    expect(await readEngine(target, '/project')).toEqual([])
    // Node gives a connection back after the answer was read.
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(connections()).toBe(1)
})

test('a question that meets the end of a kept connection is put by a new one', async () => {
  const { target, connections } = await keeping(1)
  for (let nth = 0; nth < 2; nth += 1) {
    expect(await readEngine(target, '/project')).toEqual([])
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(connections()).toBe(2)
})

test('a connection that ends before its first answer is asked by no second one', async () => {
  const { target, connections } = await keeping(0)
  await expect(readEngine(target, '/project')).rejects.toThrow('hang up')
  expect(connections()).toBe(1)
})

test('fault 62: interim answers without end end the question', async () => {
  const target = await answering((socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000)))
  await expect(readEngine(target, '/project')).rejects.toThrow('without coming to an end')
})
