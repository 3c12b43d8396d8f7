import { afterEach, expect, test, vi } from 'vitest'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { sampleServer } from '../shared/sample-server.ts'
import { startLoopback, type Loopback } from '../test/host/loopback.ts'
import { makeServerSecrets } from './server-secrets.ts'
import type { DaemonControl } from './servers/daemon-control.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const KEYS = ['sk-first-0123456789', 'sk-second-0123456789']

/** An engine whose configuration has the next key each time. */
async function world(status = 200) {
  const asked: (string | undefined)[] = []
  const engine = await startLoopback((req, res) => {
    res.statusCode = status
    res.end(JSON.stringify({ provider: { p: { options: { apiKey: KEYS[asked.length] } } } }))
    asked.push(req.url)
  })
  servers.push(engine)
  const env = new Map([['OUR_API_KEY', 'sk-of-the-environment-1']])
  const daemon = {
    environment: (pid: number) => Promise.resolve(pid === 7 ? env : undefined),
    ownEnvironment: new Map(),
  } as unknown as DaemonControl
  const info = sampleServer({ url: engine.url, port: engine.port, pid: 7 })
  return { asked, secrets: makeServerSecrets(daemon), view: { info, target: { url: engine.url, owner: {} } } }
}

test('what is global is learned before anything is said, with the daemon’s environment, and again when it has changed', async () => {
  const { asked, secrets, view } = await world()
  const { target } = secrets.see(view)
  await target?.secrets?.prepare()
  expect(asked).toEqual(['/global/config'])
  const shown = target?.secrets?.mask(`${KEYS[0]} ${KEYS[1]} sk-of-the-environment-1`)
  expect(shown).toMatch(/^\{hidden:\w+\} sk-second-0123456789 \{hidden:\w+\}$/)
  secrets.note(view.info.id, { event: sampleEvent('server.instance.disposed', { directory: '/a' }) })
  await vi.waitFor(() => expect(target?.secrets?.mask(KEYS[1] ?? '')).toMatch(/^\{hidden:/))
  secrets.gap(view.info.id)
  await vi.waitFor(() => expect(asked.length).toBe(3))
})

test('a server without an address has none', async () => {
  const { secrets, view } = await world()
  expect(secrets.see({ info: view.info, target: null }).target).toBeNull()
})

test('configuration that the engine refuses to tell is not asked for again with each request', async () => {
  const { asked, secrets, view } = await world(400)
  const { target } = secrets.see(view)
  await target?.secrets?.prepare()
  await target?.secrets?.prepare()
  expect(asked).toEqual(['/global/config'])
})

test('fault 78: a folder’s configuration is read as soon as somebody works there, once', async () => {
  const { asked, secrets, view } = await world()
  secrets.see(view)
  const note = (type: 'message.removed' | 'session.deleted', directory: string) =>
    secrets.note(view.info.id, { directory, event: sampleEvent(type, {}) })
  note('session.deleted', '/elsewhere')
  note('message.removed', '/a b')
  note('message.removed', '/a b')
  await vi.waitFor(() => expect(asked).toEqual(['/global/config', '/config?directory=%2Fa%20b']))
})

test('a server that comes back as another keeps what it is hidden by; one that is gone does not', async () => {
  const { secrets, view } = await world()
  const first = secrets.see(view).target?.secrets
  secrets.retain(new Set([view.info.id]))
  expect(secrets.see(view).target?.secrets).toBe(first)
  secrets.retain(new Set(['port-1']))
  expect(secrets.see(view).target?.secrets).not.toBe(first)
})
