import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { emptyRoster } from '../shared/roster/roster.ts'
import { sampleServer } from '../shared/sample-server.ts'
import { startLoopback, type Loopback } from '../test/host/loopback.ts'
import { sampleSession } from '../test/host/sample-session.ts'
import type { Console } from './console.ts'
import type { EngineMessage } from './events/engine-event.ts'
import { makeHub } from './events/hub.ts'
import type { Visit } from './routes.ts'
import { keepUnsent, openSession } from './session-routes.ts'

const told = (sessionID: string): EngineMessage => ({
  event: { type: 'session.idle', properties: { sessionID } },
})

let engine: Loopback | undefined
afterEach(() => engine?.close())

/** One engine with one session, and what the host has heard of it. */
async function setUp() {
  engine = await startLoopback((req, res) => {
    if (req.url === '/session/ses_1') res.end(JSON.stringify(sampleSession()))
    else res.end('[]')
  })
  const info = sampleServer({ url: engine.url })
  const hub = makeHub(undefined, 'e')
  const console = {
    hub,
    discovery: { list: () => [info], find: () => ({ info, target: { url: info.url, owner: {} } }) },
    unsent: { of: () => undefined, change: () => Promise.resolve({ sent: [] }) },
    options: { home: '/' },
    noteDropped: () => undefined,
  } as unknown as Console
  const open = async (query: { since?: string } = {}) => {
    let status = 200
    const res = {
      writeHead(code: number) {
        status = code
        return { end: () => undefined }
      },
    } as unknown as ServerResponse
    const params = { server: 'daemon', session: 'ses_1' }
    const visit = { params, res, query: (name: string) => (name === 'since' && query.since) || null }
    return { opening: await openSession(console, visit as unknown as Visit<'opening'>), status: () => status }
  }
  const keep = (change: object) => {
    const body = Buffer.from(JSON.stringify(change))
    const req = Object.assign(Readable.from([body]), { headers: { 'content-type': 'application/json' } })
    const visit = { params: { session: 'ses_1' }, req } as unknown as Visit<'keepUnsent'>
    return keepUnsent(console, visit)
  }
  return { hub, open, keep }
}

test('a session is read again for who has read it before only if something was heard of it since', async () => {
  const { hub, open } = await setUp()
  hub.event('daemon', told('ses_1'))
  const { opening } = await open()
  expect(opening).toMatchObject({ epoch: 'e', seq: 1, session: { title: 'One' } })
  hub.event('daemon', told('ses_2'))
  const again = await open({ since: 'e:1' })
  expect([again.opening, again.status()]).toEqual([undefined, 204])
  hub.event('daemon', told('ses_1'))
  expect((await open({ since: 'e:1' })).opening).toMatchObject({ seq: 3 })
})

test('a draft that was kept since is read again; who only asked for it changed nothing', async () => {
  const { hub, open, keep } = await setUp()
  hub.event('daemon', told('ses_2'))
  await keep({})
  expect((await open({ since: 'e:1' })).opening).toBeUndefined()
  await keep({ draft: {} })
  expect((await open({ since: 'e:1' })).opening).toMatchObject({ seq: 1 })
})

test('a quiet session comes with its server, one at work without: the page would show what the roster knows better', async () => {
  const { hub, open } = await setUp()
  expect((await open()).opening).not.toHaveProperty('server')
  hub.roster('daemon', { kind: 'whole', roster: { ...emptyRoster(), load: { status: 'ready' } } })
  expect((await open()).opening).toMatchObject({ server: { id: 'daemon' } })
  const status = { type: 'busy' as const }
  hub.event('daemon', { event: { type: 'session.status', properties: { sessionID: 'ses_1', status } } })
  expect((await open()).opening).not.toHaveProperty('server')
})
