import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { identify } from '@kilo-console/daemon'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEngine, type TestEngine } from '../../test/host/engine.ts'
import { startHost, type TestHost } from '../../test/host/host.ts'
import { openSocket, type JsonFrame } from '../../test/host/web-socket.ts'
import { basic } from './daemon-control.ts'

let other: TestEngine
let host: TestHost
let headers: Record<string, string>
beforeEach(async () => {
  other = await startEngine(basic('kilo', 'right'))
  host = await startHost({ port: other.port })
  headers = { ...(await host.logIn()), origin: host.url, 'content-type': 'application/json' }
})
afterEach(async () => {
  await host.close()
  await other.close()
})

const give = (body: unknown, id = `port-${other.port}`) =>
  host.fetch(`/api/servers/${id}/credential`, { method: 'POST', headers, body: JSON.stringify(body) })
const list = async () => (await (await host.fetch('/api/servers', { headers })).json()) as JsonFrame[]
const healthOf = (frame: JsonFrame) => (frame['servers'] as { health: string }[] | undefined)?.[0]?.health

test('a locked server opens with the right password, which is kept', async () => {
  const id = `port-${other.port}`
  expect(await list()).toMatchObject([{ id: 'daemon' }, { id, kind: 'locked', health: 'locked' }])
  expect((await host.fetch(`/api/servers/${id}/engine/session`, { headers })).status).toBe(502)
  const wrong = await give({ password: 'wrong' })
  expect([wrong.status, await wrong.json()]).toMatchObject([403, { error: { code: 'wrong-password' } }])
  const right = await give({ password: 'right' })
  expect([right.status, await right.json()]).toMatchObject([200, { id, kind: 'locked', health: 'healthy' }])
  const seen = await host.fetch(`/api/servers/${id}/engine/echo`, { headers })
  expect(await seen.json()).toMatchObject({ url: '/echo' })
  expect(JSON.parse(await readFile(host.passwords, 'utf8'))).toEqual({
    version: 1,
    servers: {
      [id]: {
        url: other.url,
        username: 'kilo',
        password: 'right',
        owner: { pid: process.pid, identity: await identify(process.pid) },
      },
    },
  })
})

test('an engine of opencode wants another name, and is told apart', async () => {
  await other.close()
  other = await startEngine(basic('opencode', 'right'), {
    port: other.port,
    version: '1.18.33',
    network: '<html>',
  })
  const id = `port-${other.port}`
  expect(await list()).toMatchObject([{ engine: { flavour: 'kilo' } }, { id, health: 'locked' }])
  expect((await give({ password: 'right', username: 'kilo' })).status).toBe(403)
  expect((await give({ password: 'right' })).status).toBe(200)
  const engine = { flavour: 'opencode' }
  expect((await list())[1]).toMatchObject({ health: 'healthy', version: '1.18.33', engine })
})

test.each([{}, { password: '' }, { password: 7 }, { password: 'x', username: 'a:b' }])(
  '%j is no password',
  async (body) => {
    expect((await give(body)).status).toBe(400)
  },
)

test('a password is for locked servers alone', async () => {
  expect((await give({ password: 'x' }, 'daemon')).status).toBe(409)
  expect((await give({ password: 'x' }, 'port-1')).status).toBe(404)
})

test('fault 44: a tab hears at once when the daemon’s state file changes, and again when it is back', async () => {
  const tab = await openSocket(`${host.url}/api/events`, headers)
  await tab.until((frame) => frame['hello'] === true && healthOf(frame) === 'healthy')
  await host.become({ health: 'offline' })
  await tab.until((frame) => healthOf(frame) === 'offline')
  tab.frames.length = 0
  await host.become({ health: 'healthy' })
  await tab.until((frame) => healthOf(frame) === 'healthy')
})

test('a server that has gone is remembered', async () => {
  await list()
  await other.close()
  await expect.poll(list).toMatchObject([{ id: 'daemon' }, { kind: 'remembered', health: 'offline' }])
  other = await startEngine(basic('kilo', 'right'))
})

test('fault 39: a terminal of an engine that does not answer is refused with a reason', async () => {
  await host.engine.close()
  const url = `${host.url.replace('http', 'ws')}/api/servers/daemon/engine/pty/p/connect`
  await expect(openSocket(url, headers)).rejects.toThrow('502')
  const tab = await openSocket(`${host.url}/api/events`, headers)
  tab.socket.terminate()
  await once(tab.socket, 'close')
})
