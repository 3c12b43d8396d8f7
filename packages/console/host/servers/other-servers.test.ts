import { afterEach, expect, test } from 'vitest'
import { sampleServer } from '../../shared/sample-server.ts'
import { startLoopback } from '../../test/host/loopback.ts'
import { basic, type ServerView } from './daemon-control.ts'
import { askPort, findOthers, remember } from './other-servers.ts'

const opened: { close(): Promise<unknown> }[] = []
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())))

async function engine(password: string | null) {
  const credentials: (string | undefined)[] = []
  const server = await startLoopback((req, res) => {
    credentials.push(req.headers.authorization)
    const isIn = password === null || req.headers.authorization === basic('kilo', password)
    res.writeHead(isIn ? 200 : 401, { 'content-type': 'application/json' })
    res.end(isIn ? '{"healthy":true,"version":"7.7.7"}' : '')
  })
  opened.push(server)
  return { port: server.port, credentials }
}

const given = { username: 'kilo', password: 'right', owner: {} }

test('an open engine is never shown a password', async () => {
  const { port, credentials } = await engine(null)
  const view = await askPort(port, given)
  expect(view?.info).toMatchObject({ id: `port-${port}`, kind: 'open', health: 'healthy', version: '7.7.7' })
  expect(view?.target).toEqual({ url: `http://127.0.0.1:${port}`, owner: {} })
  expect(credentials).toEqual([undefined])
})

test('a locked engine is locked until the right password is known', async () => {
  const { port } = await engine('right')
  expect(await askPort(port, undefined)).toMatchObject({
    info: { kind: 'locked', health: 'locked' },
    target: null,
  })
  expect(await askPort(port, { ...given, password: 'wrong' })).toMatchObject({
    info: { health: 'locked' },
    target: null,
  })
  expect(await askPort(port, given)).toMatchObject({
    info: { kind: 'locked', health: 'healthy' },
    target: { authorization: basic('kilo', 'right') },
  })
})

test('a range is looked through, the daemon’s own port left out', async () => {
  const { port } = await engine(null)
  const ports = { first: port, last: port }
  const [credentials, lately] = [new Map(), () => undefined]
  expect(await findOthers({ ports, except: null, credentials, lately })).toHaveLength(1)
  expect(await findOthers({ ports, except: port, credentials, lately })).toEqual([])
})

test('fault 22: one that is silent is what it was lately, one that says what it is not', async () => {
  const silent = await startLoopback(() => undefined)
  opened.push(silent)
  const before = { info: sampleServer({ id: `port-${silent.port}` }), target: null }
  expect(await askPort(silent.port, undefined, () => before)).toBe(before)
  expect(await askPort(silent.port, undefined)).toBeNull()
  const { port } = await engine('right')
  expect(await askPort(port, undefined, () => before)).toMatchObject({ info: { health: 'locked' } })
})

test('something else on a port is no server', async () => {
  const server = await startLoopback((_req, res) => res.end('<html>hello</html>'))
  opened.push(server)
  expect(await askPort(server.port, given)).toBeNull()
})

test('who was here, or has a password with us, is remembered; who came back is not doubled', () => {
  const view = (port: number, kind: 'open' | 'managed' = 'open'): ServerView => ({
    info: {
      id: `port-${port}`,
      url: `http://127.0.0.1:${port}`,
      port,
      kind,
      health: 'healthy',
      version: '7.7.7',
      projects: [],
      lastActive: 5,
    },
    target: { url: '', owner: {} },
  })
  const before = [view(4097, 'managed'), view(4098), view(4099), view(4100)]
  const gone = remember(
    before,
    [view(4099)],
    new Map([['port-4105', { url: 'http://127.0.0.1:4105' }]]),
    4100,
  )
  expect(gone.map(({ info }) => [info.port, info.kind, info.health, info.lastActive])).toEqual([
    [4098, 'remembered', 'offline', 5],
    [4105, 'remembered', 'offline', null],
  ])
  expect(gone.every(({ target }) => target === null)).toBe(true)
})
