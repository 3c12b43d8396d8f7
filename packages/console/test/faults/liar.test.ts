import { afterEach, expect, test } from 'vitest'
import type { ServerInfo } from '../../shared/api.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import { answers } from '@kilo-console/engine/testing/corpus'
import { heardRoster } from '../host/heard-roster.ts'
import { startHost, type TestHost } from '../host/host.ts'
import { startLiar, type Liar } from '../host/liar.ts'
import { openSocket, type Heard, type JsonFrame } from '../host/web-socket.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

interface Scene {
  host: TestHost
  liar: Liar
  tab: Heard
  roster: () => Promise<Roster>
}

/** A host with the test engine as its daemon, the liar beside it, and a tab that hears both. */
async function begin(answers?: Record<string, () => string>): Promise<Scene> {
  const liar = await startLiar(answers)
  cleanups.push(() => liar.close())
  const host = await startHost({ port: liar.port })
  cleanups.push(() => host.close())
  const headers = { ...(await host.logIn()), origin: host.url }
  const tab = await openSocket(`${host.url}/api/events`, headers)
  cleanups.push(() => tab.socket.terminate())
  while (liar.streams.size === 0 || host.engine.streams.size === 0) await new Promise(setImmediate)
  return {
    host,
    liar,
    tab,
    roster: () => heardRoster(tab, liar.id),
  }
}

const idOf = (frame: JsonFrame) =>
  (frame['event'] as { properties?: { id?: string } } | undefined)?.properties?.id
const payload = (type: string, properties: unknown) => JSON.stringify({ payload: { type, properties } })
const told = (frame: JsonFrame, id: string) =>
  (frame['servers'] as ServerInfo[] | undefined)?.find((server) => server.id === id)

const part = { id: 'p', sessionID: 's', messageID: 'm', type: 'text', text: null }
const lies = [
  payload('message.part.updated', { sessionID: 's' }),
  payload('message.part.updated', { sessionID: 's', part: null }),
  payload('message.part.updated', { sessionID: 's', part }),
  payload('session.updated', { sessionID: 's', info: { id: '__proto__', time: {} } }),
  payload('session.status', { sessionID: 's', status: 'busy' }),
  'no JSON',
  `{"payload":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
]

test('fault 62: what a server says and is not so is dropped and counted; it, the others and the tab go on', async () => {
  const { host, liar, tab } = await begin()
  for (const lie of lies) liar.say(lie)
  liar.say(payload('pty.deleted', { id: 'truth' }))
  host.engine.emit('pty.deleted', { id: 'elsewhere' })
  expect(await tab.until((frame) => idOf(frame) === 'truth')).toMatchObject({ server: liar.id })
  expect(await tab.until((frame) => idOf(frame) === 'elsewhere')).toMatchObject({ server: 'daemon' })
  const counted = await tab.until((frame) => told(frame, liar.id)?.dropped === lies.length)
  expect(told(counted, 'daemon')?.dropped).toBeUndefined()
  expect(tab.frames.filter((frame) => frame['server'] === liar.id && 'event' in frame)).toHaveLength(1)
})

test('fault 62: one bad entry of a list costs itself alone', async () => {
  const [session] = answers['/experimental/session'] as object[]
  const sessions = [session, null, { ...session, id: 'constructor' }, { ...session, time: { created: 'x' } }]
  const { roster, tab, liar } = await begin({ '/experimental/session': () => JSON.stringify(sessions) })
  expect(Object.keys((await roster()).sessions)).toHaveLength(1)
  await tab.until((frame) => (told(frame, liar.id)?.dropped ?? 0) >= 3)
})

test('fault 63: lists that are too large together are named, not kept', async () => {
  const [session] = answers['/experimental/session'] as object[]
  const inFolders = Array.from({ length: 40 }, (_, at) => ({ ...session, id: `s${at}`, directory: `/${at}` }))
  const { roster } = await begin({
    '/experimental/session': () => JSON.stringify(inFolders),
    '/question': () => `[${'"x",'.repeat(500_000)}"x"]`,
  })
  const { sessions, skipped } = await roster()
  expect(Object.keys(sessions)).toHaveLength(40)
  expect(skipped.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/too large|too intricate/))
  // When it began is not known, so the newest few folders are looked into.
  expect(skipped).toHaveLength(8)
})

test('fault 63: names that go to every tab are few and short, however many there are', async () => {
  const projects = Array.from({ length: 3000 }, (_, at) => ({
    id: `p${at}`,
    worktree: `/${at}`,
    name: 'x'.repeat(1000),
  }))
  const { tab, liar } = await begin({ '/project': () => JSON.stringify(projects) })
  const frame = await tab.until((frame) => (told(frame, liar.id)?.projects.length ?? 0) > 0)
  expect(JSON.stringify(frame).length).toBeLessThan(200_000)
})
