import { afterEach, expect, test, vi } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import type { Target } from '../http/proxy.ts'
import type { Secrets } from '../http/secrets.ts'
import { KnownSecrets } from '../secrets/known-secrets.ts'
import { makeFeed } from './feed.ts'
import { makeHub } from './hub.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const KEY = 'sk-1234567890abcdef'

async function world() {
  const streams: { write(text: string): void }[] = []
  const engine = await startLoopback((_, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    streams.push(res)
  })
  servers.push(engine)
  const saw: string[] = []
  const ignore = () => undefined
  const hub = makeHub()
  const feed = makeFeed(hub, {
    connected: ignore,
    missed: ignore,
    lost: ignore,
    strange: ignore,
    gone: (server) => void saw.push(`${server} is gone`),
    saw: (_, { event }) => void saw.push(JSON.stringify(event.properties)),
  })
  const known = new KnownSecrets('salt')
  const secrets: Secrets = Object.assign(known, { prepare: () => Promise.resolve() })
  const target: Target = { url: engine.url, owner: {}, secrets }
  const follow = (more: Partial<Target> = {}) =>
    feed.follow(new Map([['daemon', { target: { ...target, ...more }, isHealthy: true }]]))
  return { streams, saw, known, feed, follow }
}

const failed = (message: string) =>
  `data: ${JSON.stringify({ payload: { type: 'session.error', properties: { sessionID: 's', error: { name: 'E', data: { message } } } } })}\n\n`

test('fault 78: what a server says is heard without what is known to be secret', async () => {
  const { streams, saw, known, feed, follow } = await world()
  follow()
  await vi.waitFor(() => expect(streams.length).toBe(1))
  const mark = known.hide(KEY, true)
  streams[0]?.write(failed(`Incorrect key: ${KEY}`))
  await vi.waitFor(() => expect(saw.join()).toContain(`Incorrect key: ${mark}`))
  expect(saw.join()).not.toContain(KEY)
  feed.dispose()
})

test('a server whose secrets are known better is the same server, one with another password is not', async () => {
  const { streams, saw, feed, follow } = await world()
  follow()
  await vi.waitFor(() => expect(streams.length).toBe(1))
  follow({ secrets: { isEmpty: false } as never })
  expect(saw).toEqual([])
  follow({ authorization: 'Basic other' })
  expect(saw).toEqual(['daemon is gone'])
  await vi.waitFor(() => expect(streams.length).toBe(2))
  feed.dispose()
})
