import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startHost, type TestHost } from '../host/host.ts'
import { connectSocket, openSocket } from '../host/web-socket.ts'

let host: TestHost
let headers: Record<string, string>
beforeEach(async () => {
  host = await startHost()
  headers = { ...(await host.logIn()), origin: host.url }
})
afterEach(() => host.close())

const tab = (since = '') => openSocket(`${host.url}/api/events${since && `?since=${since}`}`, headers)
const typeOf = (frame: Record<string, unknown>) => (frame['event'] as { type?: string } | undefined)?.type
const idOf = (frame: Record<string, unknown>) =>
  (frame['event'] as { properties?: { id?: string } } | undefined)?.properties?.id
/** Something that happens, with a name to know it by. */
const emit = (id: string) => host.engine.emit('pty.deleted', { id })
const terminalUrl = (query: string) => `${host.url}/api/servers/daemon/engine/pty/p/connect?${query}`

test('fault 48: every tab hears every event, numbered alike', async () => {
  const tabs = await Promise.all(Array.from({ length: 8 }, () => tab()))
  await Promise.all(tabs.map(({ until }) => until((frame) => frame['hello'] === true)))
  host.engine.emit('sync')
  host.engine.emit('session.idle', { sessionID: 's' })
  const heard = await Promise.all(tabs.map(({ until }) => until((frame) => typeOf(frame) === 'session.idle')))
  expect(new Set(heard.map((frame) => JSON.stringify(frame))).size).toBe(1)
  expect(heard[0]).toMatchObject({
    server: 'daemon',
    directory: '/a',
    event: { type: 'session.idle', properties: { sessionID: 's' } },
  })
})

test('fault 43: a tab that was away gets exactly what it missed', async () => {
  const first = await tab()
  emit('one')
  const { epoch, seq } = await first.until((frame) => idOf(frame) === 'one')
  first.socket.terminate()
  const observer = await tab()
  for (let count = 0; count < 500; count += 1) emit(`missed-${count}`)
  emit('last')
  await observer.until((frame) => idOf(frame) === 'last')
  const back = await tab(`${String(epoch)}:${String(seq)}`)
  await back.until((frame) => idOf(frame) === 'last')
  const [hello, ...rest] = back.frames
  expect(hello).toMatchObject({ hello: true, resync: false, replayFrom: seq })
  const missed = rest.map(idOf).filter((id) => id?.startsWith('missed'))
  expect(missed).toEqual(Array.from({ length: 500 }, (_, at) => `missed-${at}`))
  expect(rest.map((frame) => frame['seq'])).toEqual(rest.map((_, at) => Number(seq) + 1 + at))
})

test('fault 44: a broken event stream is named to the tab, which goes on without a reload', async () => {
  const { until } = await tab()
  emit('before')
  await until((frame) => idOf(frame) === 'before')
  host.engine.hangUp()
  await until((frame) => frame['resync'] === true && frame['reason'] === 'reconnected')
  emit('after')
  expect(await until((frame) => idOf(frame) === 'after')).toMatchObject({ server: 'daemon' })
})

test('fault 45: a tab that reads nothing is cut, the others go on', async () => {
  const slow = connectSocket(`${host.url}/api/events`, headers)
  await once(slow, 'open')
  slow.pause()
  const { until } = await tab()
  emit('begin')
  await until((frame) => idOf(frame) === 'begin')
  // More than the kernel's buffers and the cap together; each step waits for the other tab, so nothing piles up on the way.
  const big = { sessionID: 's', messageID: 'm', field: 'text', delta: 'x'.repeat(1024 * 1024) }
  for (let count = 0; count < 24; count += 1) {
    host.engine.emit('message.part.delta', { ...big, partID: `p-${count}` })
    await until((frame) => JSON.stringify(frame['event'])?.includes(`"p-${count}"`) ?? false)
  }
  slow.resume()
  const [code] = (await once(slow, 'close')) as [number]
  expect([4008, 1006]).toContain(code)
})

test('fault 46: 200 abrupt disconnects leave nothing behind', async () => {
  for (let round = 0; round < 10; round += 1) {
    const tabs = await Promise.all(Array.from({ length: 20 }, () => tab()))
    const gone = tabs.map(({ socket }) => once(socket, 'close'))
    tabs.forEach(({ socket }) => socket.terminate())
    await Promise.all(gone)
  }
  const { until } = await tab()
  emit('still-here')
  await until((frame) => idOf(frame) === 'still-here')
  expect(host.engine.streams.size).toBe(1)
})

test.each(['/api/servers/daemon/engine/session', '/api/servers/daemon/engine/pty/p', '/api/events/x', '/'])(
  'no other path is upgraded: %s',
  async (path) => {
    await expect(openSocket(host.url + path, headers)).rejects.toThrow('404')
  },
)

test('fault 46: a browser that vanishes takes its terminal’s connection with it', async () => {
  const sockets = () =>
    new Promise<number>((resolve, reject) =>
      host.engine.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    )
  const terminal = await openSocket(terminalUrl('ticket=new'), headers)
  const before = await sockets()
  terminal.socket.terminate()
  while ((await sockets()) >= before) await new Promise(setImmediate)
})
