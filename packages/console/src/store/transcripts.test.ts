import type { Session } from '@kilocode/sdk/v2/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { EngineFrame } from '../../shared/events.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { ProblemError } from '../sdk/problem.ts'
import { Model } from './model.ts'
import { Transcripts } from './transcripts.ts'
import { emptyServer, sessionOf } from './types.ts'

/** Pages that were asked for, to be answered by hand. */
const { pages } = vi.hoisted(() => ({
  pages: [] as {
    before: string | undefined
    limit: number
    since?: unknown
    answer: (page: unknown) => void
    fail: (error: unknown) => void
  }[],
}))

vi.mock('../sdk/message-page.ts', () => ({
  messagePage: (_ref: unknown, limit: number, before?: string) =>
    new Promise((answer, fail) => pages.push({ before, limit, answer, fail })),
}))
vi.mock('../sdk/opening.ts', () => ({
  readOpening: (_ref: unknown, limit: number, since?: unknown) =>
    new Promise((answer, fail) => pages.push({ before: undefined, limit, since, answer, fail })),
}))

const ref = { serverId: 'daemon', sessionId: 'ses_1' }
const session = (id: string) => ({ id, title: `Title of ${id}`, directory: '/old', time: {} }) as Session
const settle = () => new Promise((resolve) => setTimeout(resolve))

/** As both kinds of answers have it. `seq`: when it was read. */
function page(ids: string[], older: string | null = null, seq = 1) {
  const info = (id: string) => ({
    id,
    sessionID: 'ses_1',
    role: 'user',
    time: { created: Number(id.slice(1)) },
  })
  const messages = ids.map((id) => ({ info: info(id), parts: [] }))
  return { epoch: 'e', seq, session: session('ses_1'), messages, older, todos: [], diffs: [] }
}

function setUp({ listening = true } = {}) {
  const model = new Model({ status: 'done' })
  const begin = () => {
    const server = emptyServer(sampleServer())
    server.sessions['ses_1'] = session('ses_1')
    model.set('servers', 'daemon', server)
  }
  begin()
  const transcripts = new Transcripts(model)
  if (listening) transcripts.listen({ epoch: 'e', seq: 1 })
  const shown = (id = 'ses_1') => model.state.servers['daemon']?.transcripts[id]
  return { model, transcripts, shown, begin, ids: () => shown()?.messages.map(({ id }) => id) }
}

const frame = (seq: number): EngineFrame => ({
  server: 'daemon',
  epoch: 'e',
  seq,
  event: sampleEvent('session.idle', { sessionID: 'ses_1' }),
})

const nth = (index: number) => {
  const asked = pages[index]
  if (!asked) throw new Error(`no page number ${index} was asked for`)
  return asked
}

beforeEach(() => void pages.splice(0))

test('fault 64: a load that fails after a newer one has come changes nothing', async () => {
  const { transcripts, shown, ids } = setUp()
  transcripts.open(ref)
  await settle()
  transcripts.reload('daemon')
  await settle()
  nth(1).answer(page(['m1']))
  await settle()
  nth(0).fail(new ProblemError({ code: 'x', message: 'too slow' }))
  await settle()
  expect(shown()?.load).toEqual({ status: 'ready' })
  expect(ids()).toEqual(['m1'])
})

test('fault 64: a load that succeeds after a newer one has come changes nothing', async () => {
  const { transcripts, ids } = setUp()
  transcripts.open(ref)
  await settle()
  transcripts.reload('daemon')
  await settle()
  nth(1).answer(page(['m1', 'm2']))
  await settle()
  nth(0).answer(page(['m1']))
  await settle()
  expect(ids()).toEqual(['m1', 'm2'])
})

test.each([['answers'], ['fails']])(
  'fault 64: an older page that %s after the newest one was read anew leaves no hole',
  async (how) => {
    const { transcripts, shown, ids } = setUp()
    transcripts.open(ref)
    await settle()
    nth(0).answer(page(['m5', 'm6'], 'before m5'))
    await settle()
    void transcripts.loadOlder(ref)
    await settle()
    transcripts.reload('daemon')
    await settle()
    nth(2).answer(page(['m8', 'm9'], 'before m8'))
    await settle()
    expect(nth(1).before).toBe('before m5')
    if (how === 'answers') nth(1).answer(page(['m3', 'm4'], 'before m3'))
    else nth(1).fail(new ProblemError({ code: 'x', message: 'cut' }))
    await settle()
    expect(ids()).toEqual(['m8', 'm9'])
    expect(shown()).toMatchObject({ older: 'before m8', olderLoad: { status: 'ready' } })
  },
)

test('fault 64: a server that went and came back has its open sessions read anew', async () => {
  const { model, transcripts, shown, ids, begin } = setUp()
  const close = transcripts.open(ref)
  await settle()
  transcripts.forget('daemon')
  model.forget('daemon')
  close()
  begin()
  transcripts.open(ref)
  await settle()
  nth(0).answer(page(['of another server']))
  nth(1).answer(page(['m1']))
  await settle()
  expect(ids()).toEqual(['m1'])
  expect(shown()?.load.status).toBe('ready')
})

test('a session by its link is fetched, known while it is shown, and is none of the newest', async () => {
  vi.useFakeTimers()
  const { model, transcripts } = setUp()
  const server = () => model.state.servers['daemon']
  const close = transcripts.open({ ...ref, sessionId: 'ses_old' })
  nth(0).answer({ ...page(['m1']), session: session('ses_old') })
  await vi.advanceTimersByTimeAsync(1)
  expect(sessionOf(server(), 'ses_old')?.directory).toBe('/old')
  expect(Object.keys(server()?.sessions ?? {})).toEqual(['ses_1'])
  close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sessionOf(server(), 'ses_old')).toBeUndefined()
  expect(Object.keys(server()?.transcripts ?? {})).toEqual([])
  vi.useRealTimers()
})

test('what was read before events came is shown, and read once more', async () => {
  const { transcripts, ids } = setUp()
  transcripts.listen({ epoch: 'e', seq: 7 })
  transcripts.open(ref)
  nth(0).answer(page(['m1'], null, 5))
  await settle()
  expect(ids()).toEqual(['m1'])
  nth(1).answer(page(['m1', 'm2'], null, 6))
  await settle()
  expect(ids()).toEqual(['m1', 'm2'])
  expect(pages).toHaveLength(2)
})

test('what happened before events came elsewhere alone leaves the session as it is', async () => {
  const { transcripts, shown, ids } = setUp()
  transcripts.listen({ epoch: 'e', seq: 7 })
  transcripts.open(ref)
  nth(0).answer(page(['m1'], null, 5))
  await settle()
  expect(nth(1).since).toMatchObject({ epoch: 'e', seq: 5 })
  nth(1).answer(undefined)
  await settle()
  expect(ids()).toEqual(['m1'])
  expect(shown()?.load).toEqual({ status: 'ready' })
  expect(pages).toHaveLength(2)
})

test.each<[string, (transcripts: Transcripts) => void]>([
  ['is heard', (transcripts) => transcripts.seen(frame(6))],
  ['may have been missed', (transcripts) => transcripts.listen({ epoch: 'e', seq: 6 })],
])('what %s before a session is shown, and after its answer was asked for, is read', async (_, happen) => {
  const { transcripts, ids } = setUp()
  transcripts.listen({ epoch: 'e', seq: 5 })
  happen(transcripts)
  transcripts.open(ref)
  nth(0).answer(page(['m1'], null, 5))
  await settle()
  expect([ids(), nth(1).since]).toMatchObject([['m1'], { epoch: 'e', seq: 5 }])
  // What comes from then on is kept.
  transcripts.seen(frame(7))
  nth(1).answer(page(['m1', 'm2'], null, 6))
  await settle()
  expect([ids(), pages.length]).toEqual([['m1', 'm2'], 2])
})

test('what was read when nothing had happened since is read once', async () => {
  const { transcripts, ids } = setUp()
  transcripts.listen({ epoch: 'e', seq: 7 })
  transcripts.open(ref)
  nth(0).answer(page(['m1'], null, 7))
  await settle()
  expect(ids()).toEqual(['m1'])
  expect(pages).toHaveLength(1)
})

test.each([
  ['nothing has happened since', 5, 1],
  ['something has happened since', 6, 2],
])('what is shown before events come is read once more only if %s', async (_if, seq, times) => {
  const { transcripts, ids } = setUp({ listening: false })
  transcripts.open(ref)
  nth(0).answer(page(['m1'], null, 5))
  await settle()
  expect(ids()).toEqual(['m1'])
  expect(pages).toHaveLength(1)
  transcripts.listen({ epoch: 'e', seq })
  expect(pages).toHaveLength(times)
  pages[1]?.answer(page(['m1'], null, 6))
  await settle()
  // Events went on meanwhile, and a page that comes back has missed none of them.
  transcripts.listen({ epoch: 'e', seq: 9 })
  expect(pages).toHaveLength(times)
})

test('a session that is read anew has as many messages as were shown', async () => {
  const { transcripts } = setUp()
  transcripts.open(ref)
  expect(nth(0).limit).toBe(20)
  nth(0).answer(
    page(
      Array.from({ length: 20 }, (_, at) => `m${at + 100}`),
      'before',
    ),
  )
  await settle()
  void transcripts.loadOlder(ref)
  nth(1).answer(page(Array.from({ length: 20 }, (_, at) => `m${at + 10}`)))
  await settle()
  transcripts.reload('daemon')
  expect(nth(2).limit).toBe(40)
})
