import { beforeEach, expect, test, vi } from 'vitest'
import type { EventType } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { ServerSnapshot } from '../../shared/snapshot.ts'
import type { EngineFrame } from '../../shared/events.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { ProblemError } from '../sdk/problem.ts'
import { Model } from './model.ts'
import { Sync } from './sync.ts'
import type { Transcripts } from './transcripts.ts'
import { emptyTranscript, sessionOf } from './types.ts'

/** Snapshots that were asked for, to be answered by hand, and what the next animation frame runs. */
const { asked, frames } = vi.hoisted(() => ({
  asked: [] as { answer: (snapshot: ServerSnapshot) => void; fail: (error: unknown) => void }[],
  frames: [] as (() => void)[],
}))

vi.mock('../sdk/host.ts', () => ({
  host: { snapshot: () => new Promise((answer, fail) => asked.push({ answer, fail })) },
}))
vi.mock('./frame-clock.ts', () => ({
  makeFrameClock: (run: () => void) => ({ request: () => frames.push(run), dispose: () => undefined }),
}))

const settle = () => new Promise((resolve) => setTimeout(resolve))
const paint = () => frames.splice(0).forEach((run) => run())

const hello = { hello: true as const, epoch: 'e', seq: 0, resync: true, now: 0 }
const session = (id: string, more: object = {}) => ({
  id,
  title: `Title of ${id}`,
  directory: '/p',
  time: { created: 1, updated: 1 },
  ...more,
})
const snapshot = (more: Partial<ServerSnapshot> = {}): ServerSnapshot => ({
  epoch: 'e',
  seq: 0,
  sessions: [session('ses_new')] as ServerSnapshot['sessions'],
  more: true,
  activity: {},
  busySince: {},
  failed: {},
  interrupted: [],
  permissions: [],
  questions: [],
  terminals: [],
  skipped: [],
  ...more,
})

function event(seq: number, type: EventType, properties: object): EngineFrame {
  return { server: 'daemon', epoch: 'e', seq, directory: '/p', event: sampleEvent(type, properties) }
}

function setUp() {
  const model = new Model({ status: 'done' })
  const transcripts = {
    listen: vi.fn(),
    reload: vi.fn<() => void>(),
    seen: vi.fn<() => void>(),
    forget: vi.fn<(id: string) => void>(),
  }
  const sync = new Sync(model, transcripts as unknown as Transcripts)
  sync.hello({ ...hello, servers: [sampleServer()] })
  const server = () => model.state.servers['daemon']
  return { model, transcripts, sync, server }
}

const nth = (index: number) => {
  const one = asked[index]
  if (!one) throw new Error(`no snapshot number ${index} was asked for`)
  return one
}

beforeEach(() => void asked.splice(0))

test('fault 64: a snapshot that comes late leaves the text that is written meanwhile as it is', async () => {
  const { model, sync, server } = setUp()
  const part = {
    id: 'prt_1',
    sessionID: 'ses_new',
    messageID: 'msg_1',
    type: 'text',
    text: '',
    time: { start: 1 },
  }
  model.change('daemon', (draft) => void (draft.transcripts['ses_new'] = emptyTranscript()))
  sync.event(event(1, 'message.part.updated', { sessionID: 'ses_new', part }))
  for (const [index, delta] of ['Hel', 'lo'].entries())
    sync.event(
      event(index + 2, 'message.part.delta', {
        sessionID: 'ses_new',
        messageID: 'msg_1',
        partID: 'prt_1',
        field: 'text',
        delta,
      }),
    )
  paint()
  nth(0).answer(snapshot())
  await settle()
  expect(server()?.transcripts['ses_new']?.parts['msg_1']).toMatchObject([{ text: 'Hello' }])
})

test('what was heard while a snapshot was on its way is newer than it', async () => {
  const { sync, server } = setUp()
  sync.event(event(1, 'session.status', { sessionID: 'ses_new', status: { type: 'busy' } }))
  sync.event(event(2, 'session.created', { sessionID: 'ses_2', info: session('ses_2') }))
  nth(0).answer(snapshot())
  await settle()
  expect(Object.keys(server()?.sessions ?? {})).toEqual(['ses_new', 'ses_2'])
  expect(server()?.activity).toEqual({ ses_new: { type: 'busy' } })
})

test('fault 64: a session opened by its link keeps title and folder when a snapshot comes', async () => {
  const { model, sync, server } = setUp()
  nth(0).answer(snapshot())
  await settle()
  model.change('daemon', (draft) => {
    draft.transcripts['ses_old'] = emptyTranscript()
    draft.others['ses_old'] = session('ses_old') as never
  })
  sync.resync({ server: 'daemon', epoch: 'e', seq: 5, resync: true, reason: 'reconnected' })
  nth(1).answer(snapshot({ seq: 5 }))
  await settle()
  expect(sessionOf(server(), 'ses_old')).toMatchObject({ title: 'Title of ses_old', directory: '/p' })
  expect(Object.keys(server()?.sessions ?? {})).toEqual(['ses_new'])
})

test('a session that is shown and falls out of the newest ones, or is archived, is still known', async () => {
  const { model, sync, server } = setUp()
  nth(0).answer(snapshot())
  await settle()
  model.change('daemon', (draft) => void (draft.transcripts['ses_new'] = emptyTranscript()))
  sync.event(
    event(1, 'session.updated', {
      sessionID: 'ses_new',
      info: session('ses_new', { time: { archived: 2 } }),
    }),
  )
  paint()
  expect(server()?.sessions).toEqual({})
  expect(sessionOf(server(), 'ses_new')?.title).toBe('Title of ses_new')
  sync.event(event(2, 'session.deleted', { sessionID: 'ses_new', info: session('ses_new') }))
  paint()
  expect(sessionOf(server(), 'ses_new')).toBeUndefined()
})

test('fault 64: a snapshot that fails after a newer one has come changes nothing', async () => {
  const { sync, server } = setUp()
  sync.resync({ server: 'daemon', epoch: 'e', seq: 1, resync: true, reason: 'reconnected' })
  nth(1).answer(snapshot({ seq: 1 }))
  await settle()
  nth(0).fail(new ProblemError({ code: 'x', message: 'too slow' }))
  await settle()
  expect(server()?.load).toEqual({ status: 'ready' })
})

test('fault 64: a snapshot of a server that is gone is none of the one that comes under its id', async () => {
  const { sync, server, transcripts } = setUp()
  sync.servers({ epoch: 'e', seq: 1, servers: [] })
  sync.servers({ epoch: 'e', seq: 2, servers: [sampleServer()] })
  nth(0).answer(snapshot())
  await settle()
  expect(server()?.sessions).toEqual({})
  expect(transcripts.forget).toHaveBeenCalledWith('daemon')
})

test('fault 64: reading the roster again is no gap: running text and transcripts stay', async () => {
  const { model, sync, transcripts } = setUp()
  nth(0).fail(new ProblemError({ code: 'x', message: 'no' }))
  await settle()
  expect(transcripts.reload).not.toHaveBeenCalled()
  model
    .live('daemon')
    .set('prt_1', { id: 'prt_1', sessionID: 'ses_new', messageID: 'msg_1', type: 'text', text: 'Hel' })
  sync.reloadFailed()
  sync.hello({ ...hello, resync: false, servers: [sampleServer()] })
  expect(model.live('daemon').get('prt_1')?.text).toBe('Hel')
  expect(transcripts.reload).not.toHaveBeenCalled()
  sync.dispose()
})

/** A session at work that asks for something, as events tell of it. */
const working = [
  event(1, 'session.status', { sessionID: 'ses_new', status: { type: 'busy' } }),
  event(2, 'permission.asked', { id: 'per_1', sessionID: 'ses_new', permission: 'bash' }),
]

test.each([
  ['ends', sampleServer({ health: 'offline' })],
  ['is another process by now', sampleServer({ pid: 2 })],
])('fault 66: a server that %s leaves nothing that looks alive', async (_, after) => {
  const { sync, server } = setUp()
  nth(0).answer(snapshot())
  await settle()
  sync.servers({ epoch: 'e', seq: 0, servers: [sampleServer({ pid: 1 })] })
  working.forEach((frame) => sync.event(frame))
  sync.servers({ epoch: 'e', seq: 3, servers: [after] })
  expect(server()).toMatchObject({
    activity: {},
    permissions: {},
    busySince: {},
    interrupted: { ses_new: true },
  })
})

test('fault 66: a server that is only slow is not taken for dead', async () => {
  const { sync, server } = setUp()
  nth(0).answer(snapshot())
  await settle()
  working.forEach((frame) => sync.event(frame))
  sync.servers({ epoch: 'e', seq: 3, servers: [sampleServer({ health: 'unhealthy' })] })
  sync.servers({ epoch: 'e', seq: 4, servers: [sampleServer()] })
  expect(Object.keys(server()?.permissions ?? {})).toEqual(['per_1'])
})

test('fault 65, 66: what the host knows of ended turns comes with a snapshot, and goes with the next turn', async () => {
  const { sync, server } = setUp()
  nth(0).answer(snapshot({ interrupted: ['ses_cut'], failed: { ses_new: { code: 'x', message: 'no' } } }))
  await settle()
  expect(server()).toMatchObject({ interrupted: { ses_cut: true }, failed: { ses_new: { message: 'no' } } })
  for (const [index, sessionID] of ['ses_cut', 'ses_new'].entries())
    sync.event(event(index + 1, 'session.status', { sessionID, status: { type: 'busy' } }))
  paint()
  expect(server()).toMatchObject({ interrupted: {}, failed: {} })
})

test('fault 65: an error while nobody works is about the prompt that never became a message', async () => {
  const { model, sync, server } = setUp()
  nth(0).answer(snapshot())
  await settle()
  const prompt = (id: string) => ({ id, text: id, sentAt: 1, choice: {} })
  model.change('daemon', (draft) => {
    draft.transcripts['ses_new'] = { ...emptyTranscript(), pending: [prompt('msg_1'), prompt('msg_2')] }
  })
  const error = (message: string) => ({
    sessionID: 'ses_new',
    error: { name: 'UnknownError', data: { message } },
  })
  sync.event(event(1, 'session.error', error('Agent not found: "nope".')))
  // The engine tells it twice.
  sync.event(event(2, 'session.error', error('UnknownError: UnknownError\n    at <anonymous> (x:1:2)')))
  paint()
  expect(server()?.transcripts['ses_new']?.pending.map(({ problem }) => problem?.message)).toEqual([
    'Agent not found: "nope".',
    undefined,
  ])
})

test('what is opened of a server that is new reads itself; after a gap it is read anew', () => {
  const { sync, transcripts } = setUp()
  expect(transcripts.reload).not.toHaveBeenCalled()
  sync.hello({ ...hello, servers: [sampleServer()] })
  expect(transcripts.reload).toHaveBeenCalledTimes(1)
  expect(transcripts.listen).toHaveBeenCalledTimes(2)
})
