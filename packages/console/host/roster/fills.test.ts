import type { Pty, Session } from '@kilocode/sdk/v2/client'
import { answers } from '@kilo-console/engine/testing/corpus'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { afterEach, expect, test, vi } from 'vitest'
import { startLoopback } from '../../test/host/loopback.ts'
import { makeHub } from '../events/hub.ts'
import { makeFills } from './fills.ts'
import { makeObserver } from './observations.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

const NOW = Date.now()
const [sample] = answers['/experimental/session'] as [Session]
const session = (id: string, directory = '/p', updated = NOW): Session => ({
  ...sample,
  id,
  directory,
  time: { created: 1, updated },
})
const terminal = (id: string): Pty => ({
  id,
  title: '',
  command: 'sh',
  args: [],
  cwd: '/p',
  status: 'running',
  pid: 2,
})
const request = (id: string, sessionID: string) => ({
  id,
  sessionID,
  permission: 'bash',
  patterns: [],
  metadata: {},
  always: [],
})

interface Scene {
  /** What is answered by path and directory; a function may wait, or throw for a 500. */
  answers: Record<string, unknown>
  startedAt?: number | undefined
  folders?: ReadonlyMap<string, string | undefined>
  suggests?: boolean
  pinned?: string[]
}

/** An engine that answers as it is told, and the fills of its roster. */
async function begin(scene: Scene) {
  const asked: string[] = []
  const engine = await startLoopback((req, res) => {
    const url = new URL(req.url ?? '', 'http://x')
    const at = `${url.pathname} ${url.searchParams.get('directory') ?? ''}`.trim()
    asked.push(at)
    const answer = at in scene.answers ? scene.answers[at] : at.startsWith('/session/status') ? {} : []
    Promise.resolve(typeof answer === 'function' ? (answer as () => unknown)() : answer).then(
      (body) => res.end(JSON.stringify(body)),
      (error: Error) => res.writeHead(error.message === 'gone' ? 404 : 500).end(),
    )
  })
  cleanups.push(() => engine.close())
  const hub = makeHub(undefined, 'e', () => NOW)
  const observer = makeObserver()
  const pinsGone: string[] = []
  const fills = makeFills(hub, (server) => ({
    target: { url: engine.url, owner: {} },
    startedAt: 'startedAt' in scene ? scene.startedAt : NOW,
    suggests: scene.suggests ?? false,
    seen: observer.of(server),
    pinned: scene.pinned ?? [],
    pinsGone: (ids) => void pinsGone.push(...ids),
    terminalFolders: () => Promise.resolve(scene.folders),
    dropped: () => undefined,
  }))
  cleanups.push(() => fills.dispose())
  const roster = () => hub.rosterOf('port-1')
  const complete = () => vi.waitFor(() => expect(roster().complete).toBe(true))
  return { asked, hub, fills, roster, complete, pinsGone }
}

const thirty = Array.from({ length: 30 }, (_, at) => session(`s${at}`, `/p${at}`, NOW - 90_000))

test('fault 76: of thirty projects at rest the sessions are read, and no folder is opened', async () => {
  const { asked, fills, roster, complete } = await begin({ answers: { '/experimental/session': thirty } })
  fills.fill('port-1')
  await complete()
  expect(Object.keys(roster().sessions)).toHaveLength(30)
  expect(asked).toEqual(['/experimental/session'])
})

test('what is pinned is shown, however old; what of it is gone or archived is forgotten', async () => {
  const archived = { ...session('archived'), time: { created: 1, updated: 1, archived: 2 } }
  const { fills, roster, complete, pinsGone } = await begin({
    answers: {
      '/experimental/session': thirty,
      '/session/old': session('old'),
      '/session/archived': archived,
      '/session/gone': () => Promise.reject(new Error('gone')),
      '/session/fails': () => Promise.reject(new Error('no')),
    },
    pinned: [thirty[0]?.id ?? '', 'old', 'archived', 'gone', 'fails'],
  })
  fills.fill('port-1')
  await complete()
  expect(Object.keys(roster().sessions)).toHaveLength(31)
  expect(roster().sessions).toHaveProperty('old')
  expect(Object.keys(roster().pinned)).toEqual([thirty[0]?.id, 'old', 'fails'])
  expect(pinsGone.toSorted()).toEqual(['archived', 'gone'])
})

test('a server that knows nothing of what is pinned is another one: it is not forgotten', async () => {
  const gone = () => Promise.reject(new Error('gone'))
  const { fills, roster, complete, pinsGone } = await begin({
    answers: { '/experimental/session': thirty, '/session/old': gone, '/session/older': gone },
    pinned: ['old', 'older'],
  })
  fills.fill('port-1')
  await complete()
  expect(Object.keys(roster().pinned)).toEqual([])
  expect(pinsGone).toEqual([])
})

test('nobody waits for what is pinned; while it is slow, and where it fails, it stays as it was known', async () => {
  const answers: Record<string, unknown> = {
    '/experimental/session': thirty,
    '/session/old': session('old'),
  }
  const { fills, roster, complete } = await begin({ answers, pinned: ['old'] })
  fills.fill('port-1')
  await complete()
  let fail: ((error: Error) => void) | undefined
  answers['/session/old'] = () => new Promise((_, reject) => (fail = reject))
  answers['/experimental/session'] = [session('new', '/p', 0)]
  fills.fill('port-1')
  await vi.waitFor(() => expect(Object.keys(roster().sessions)).toEqual(['new', 'old']))
  await vi.waitFor(() => expect(fail).toBeDefined())
  fail?.(new Error('no'))
  answers['/experimental/session'] = []
  fills.fill('port-1')
  await vi.waitFor(() => expect(Object.keys(roster().sessions)).toEqual(['old']))
})

test('where something happened it is looked, and the sessions are there before that is answered', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const { asked, fills, roster, complete } = await begin({
    answers: {
      '/experimental/session': [session('a'), ...thirty],
      '/session/status /p': () => held.then(() => ({ a: { type: 'busy' }, b: { type: 'idle' } })),
      '/permission /p': [request('per_a', 'a'), request('per_old', 'b')],
      '/pty /p': [terminal('pty_a')],
    },
  })
  fills.fill('port-1')
  await vi.waitFor(() => expect(Object.keys(roster().sessions)).toHaveLength(31))
  expect(roster()).toMatchObject({ load: { status: 'ready' }, complete: false, activity: {} })
  release()
  await complete()
  expect(roster()).toMatchObject({
    activity: { a: { type: 'busy' } },
    terminals: { pty_a: { directory: '/p' } },
  })
  expect(roster().busySince['a']).toBeGreaterThanOrEqual(NOW)
  expect(Object.keys(roster().permissions)).toEqual(['per_a'])
  expect(asked.toSorted()).toEqual(
    ['/experimental/session', '/permission /p', '/pty /p', '/question /p', '/session/status /p'].toSorted(),
  )
})

test('a session that was told of just before the list was read, and is not in it yet, is not lost', async () => {
  const { hub, fills, roster, complete } = await begin({ answers: { '/experimental/session': thirty } })
  const info = session('new')
  hub.event('port-1', { directory: '/p', event: sampleEvent('session.created', { sessionID: 'new', info }) })
  fills.fill('port-1')
  await complete()
  expect(Object.keys(roster().sessions)).toContain('new')
})

const suggestion = (id: string, sessionID: string) => ({
  id,
  sessionID,
  text: 'More?',
  actions: [{ label: 'Go', prompt: 'go' }],
})

test('a suggestion is found where its session is, though the engine lists those of all folders in each', async () => {
  const all = [suggestion('sug_a', 'a'), suggestion('sug_b', 'b'), suggestion('sug_c', 'unknown')]
  const answers: Record<string, unknown> = {
    '/experimental/session': [session('a'), session('b', '/q')],
    '/suggestion /p': all,
    '/suggestion /q': all,
  }
  const { fills, roster, complete } = await begin({ answers, suggests: true })
  fills.fill('port-1')
  await complete()
  const found = () =>
    Object.values(roster().questions).map(({ id, directory, suggests }) => `${id} ${directory} ${suggests}`)
  expect(found().toSorted()).toEqual(['sug_a /p true', 'sug_b /q true'])
  answers['/suggestion /q'] = []
  fills.fill('port-1')
  await vi.waitFor(() => expect(found()).toEqual(['sug_a /p true']))
})

test('no list of terminals is asked for where the system knows of none', async () => {
  const { asked, fills, complete } = await begin({
    answers: { '/experimental/session': [session('a')] },
    folders: new Map(),
  })
  fills.fill('port-1')
  await complete()
  expect(asked).not.toContain('/pty /p')
  expect(asked).toContain('/permission /p')
})

test('a terminal that only the system knows of is found, in or above the folder of its shell', async () => {
  const { asked, fills, roster, complete } = await begin({
    answers: { '/experimental/session': thirty, '/pty /p7': [terminal('pty_x')] },
    folders: new Map([['pty_x', '/p7/src/deep']]),
  })
  fills.fill('port-1')
  await complete()
  expect(roster().terminals).toMatchObject({ pty_x: { directory: '/p7' } })
  expect(asked.filter((at) => at.startsWith('/pty'))).toEqual(['/pty /p7/src/deep', '/pty /p7'])
})

test('fault 66: after a gap, what is at work no more is idle, and cut off if its answer has no end', async () => {
  const scene: Scene = {
    answers: { '/experimental/session': [session('a'), session('b', '/q'), session('c', '/r')] },
  }
  const { hub, fills, roster, complete } = await begin(scene)
  for (const [sessionID, directory] of [
    ['a', '/p'],
    ['b', '/q'],
    ['c', '/r'],
    ['unknown', '/u'],
  ] as const) {
    const event = sampleEvent('session.status', { sessionID, status: { type: 'busy' } })
    hub.event('port-1', { directory, event })
  }
  hub.resync('port-1', 'reconnected')
  const cut = { role: 'assistant', id: 'm', sessionID: 'a', time: { created: 1 } }
  const [whole] = (answers['/session/{id}/message'] as { info: { role: string } }[]).filter(
    ({ info }) => info.role === 'assistant',
  )
  scene.answers['/session/a/message /p'] = [{ info: { ...whole?.info, ...cut } }]
  scene.answers['/session/status /q'] = { b: { type: 'busy' } }
  scene.answers['/question /r'] = () => Promise.reject(new Error('no'))
  fills.fill('port-1')
  await complete()
  // Nobody could look where c works.
  expect(Object.keys(roster().activity)).toEqual(['b', 'c'])
  expect(roster()).toMatchObject({ interrupted: { a: true }, skipped: [{ directory: '/r' }] })
})

test('what cannot be read is said, read again by itself, and at once when somebody asks', async () => {
  let fails = 2
  const { asked, fills, roster, complete } = await begin({
    answers: { '/experimental/session': () => (fails-- > 0 ? Promise.reject(new Error('no')) : thirty) },
  })
  fills.fill('port-1')
  await vi.waitFor(() => expect(roster().load).toMatchObject({ problem: { code: 'server-unreachable' } }))
  fills.retry()
  await complete()
  expect(roster()).toMatchObject({ load: { status: 'ready' } })
  expect(asked).toHaveLength(3)
})

test('what is read of a run that is over does not count', async () => {
  let release: (sessions: Session[]) => void = () => undefined
  const held = new Promise<Session[]>((resolve) => (release = resolve))
  const scene: Scene = { answers: { '/experimental/session': () => held } }
  const { asked, fills, roster, complete } = await begin(scene)
  fills.fill('port-1')
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  fills.forget('port-1')
  scene.answers['/experimental/session'] = [session('new', '/p', 0)]
  fills.fill('port-1')
  await complete()
  release(thirty)
  await held
  expect(Object.keys(roster().sessions)).toEqual(['new'])
})
