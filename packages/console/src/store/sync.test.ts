import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test, vi } from 'vitest'
import type { EventType } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { EngineFrame, Position, RosterFrame } from '../../shared/events.ts'
import type { RosterChange } from '../../shared/roster/change.ts'
import { emptyRoster, type Roster } from '../../shared/roster/roster.ts'
import { sampleConsole, sampleServer } from '../../shared/sample-server.ts'
import { Model } from './model.ts'
import { Sync } from './sync.ts'
import type { Transcripts } from './transcripts.ts'
import { emptyTranscript, sessionOf } from './types.ts'

/** What the next animation frame runs. */
const { frames } = vi.hoisted(() => ({ frames: [] as (() => void)[] }))

vi.mock('./frame-clock.ts', () => ({
  makeFrameClock: (run: () => void) => ({ request: () => frames.push(run), dispose: () => undefined }),
}))

const paint = () => frames.splice(0).forEach((run) => run())

const hello = { hello: true as const, epoch: 'e', seq: 0, resync: true, now: 0, console: sampleConsole }
const session = (id: string, more: object = {}) =>
  ({ id, title: `Title of ${id}`, directory: '/p', time: { created: 1, updated: 1 }, ...more }) as Session
const listed: Roster = {
  ...emptyRoster(),
  load: { status: 'ready' },
  complete: true,
  sessions: { ses_new: session('ses_new') },
}
const whole = (more: Partial<Roster> = {}): RosterChange => ({
  kind: 'whole',
  roster: { ...listed, ...more },
})
const read = (sessions: Session[]): RosterChange => ({
  kind: 'sessions',
  sessions,
  more: false,
  isNewRun: false,
})

function event(seq: number, type: EventType, properties: object): EngineFrame {
  return { server: 'daemon', epoch: 'e', seq, directory: '/p', event: sampleEvent(type, properties) }
}

const rosterFrame = (roster: RosterChange, more: Partial<RosterFrame> = {}): RosterFrame => ({
  server: 'daemon',
  epoch: 'e',
  seq: 0,
  roster: structuredClone(roster),
  ...more,
})

/** A page that has been greeted by a host that knows its server. */
function setUp(roster: RosterChange = whole()) {
  const model = new Model({ status: 'done' })
  const transcripts = {
    listen: vi.fn<(place: Position) => void>(),
    reload: vi.fn<(id: string) => void>(),
    seen: vi.fn<() => void>(),
    forget: vi.fn<(id: string) => void>(),
  }
  const sync = new Sync(model, transcripts as unknown as Transcripts)
  sync.hello({ ...hello, servers: [sampleServer()] })
  sync.roster(rosterFrame(roster))
  const server = () => model.state.servers['daemon']
  return { model, transcripts, sync, server }
}

const busy = (sessionID: string) => event(1, 'session.status', { sessionID, status: { type: 'busy' } })

test('fault 64: a roster that is read leaves the text that is written meanwhile as it is', () => {
  const { model, sync, server } = setUp()
  const of = { sessionID: 'ses_new', messageID: 'msg_1' }
  const part = { ...of, id: 'prt_1', type: 'text', text: '', time: { start: 1 } }
  model.change('daemon', (draft) => void (draft.transcripts['ses_new'] = emptyTranscript()))
  sync.event(event(1, 'message.part.updated', { sessionID: 'ses_new', part }))
  for (const [index, delta] of ['Hel', 'lo'].entries())
    sync.event(event(index + 2, 'message.part.delta', { ...of, partID: 'prt_1', field: 'text', delta }))
  sync.roster(rosterFrame(read([session('ses_2')])))
  expect(server()?.transcripts['ses_new']?.parts['msg_1']).toMatchObject([{ text: 'Hello' }])
  expect(Object.keys(server()?.sessions ?? {})).toEqual(['ses_2'])
})

test('what was heard while it was read is newer than it', () => {
  const { sync, server } = setUp()
  const heard = sampleEvent('session.created', { sessionID: 'ses_2', info: session('ses_2') })
  sync.roster(rosterFrame(read([session('ses_1')]), { since: [{ event: heard }] }))
  expect(Object.keys(server()?.sessions ?? {})).toEqual(['ses_1', 'ses_2'])
})

test('a new host that has yet to read the roster leaves what was known in view, and then takes its place', () => {
  const { sync, server } = setUp(whole({ permissions: { per_old: { id: 'per_old' } as never } }))
  sync.hello({ ...hello, epoch: 'f', servers: [sampleServer()] })
  sync.roster(rosterFrame({ kind: 'whole', roster: emptyRoster() }))
  sync.roster(rosterFrame({ kind: 'load', load: { status: 'loading' } }))
  sync.event(busy('ses_2'))
  paint()
  expect(server()).toMatchObject({ load: { status: 'ready' }, sessions: { ses_new: {} } })
  sync.roster(rosterFrame(read([session('ses_2')])))
  expect(server()).toMatchObject({ permissions: {}, activity: { ses_2: { type: 'busy' } }, complete: false })
  expect(Object.keys(server()?.sessions ?? {})).toEqual(['ses_2'])
  sync.roster(rosterFrame({ kind: 'server-ended' }))
  expect(server()).toMatchObject({ activity: {}, interrupted: { ses_2: true } })
})

test('a page that knows nothing yet shows what a host has read so far', () => {
  const { server } = setUp(whole({ load: { status: 'loading' }, sessions: { ses_1: session('ses_1') } }))
  expect(server()).toMatchObject({ load: { status: 'loading' }, sessions: { ses_1: {} } })
})

test('a server that cannot be read says so, and what was known of the last host goes', () => {
  const { sync, server } = setUp()
  sync.hello({ ...hello, epoch: 'f', servers: [sampleServer()] })
  const problem = { code: 'x', message: 'no' }
  sync.roster(rosterFrame({ kind: 'load', load: { status: 'failed', problem } }))
  expect(server()).toMatchObject({ load: { status: 'failed', problem }, sessions: {} })
})

test('a page that comes back in time keeps what it has and reads nothing anew', () => {
  const { sync, server, transcripts } = setUp()
  transcripts.reload.mockClear()
  sync.hello({ ...hello, resync: false, servers: [sampleServer()] })
  sync.roster(rosterFrame({ kind: 'load', load: { status: 'loading' } }))
  expect(server()).toMatchObject({ load: { status: 'loading' }, sessions: { ses_new: {} } })
  expect(transcripts.reload).not.toHaveBeenCalled()
})

test('fault 64: a session opened by its link keeps title and folder when a roster comes', () => {
  const { model, sync, server } = setUp()
  model.change('daemon', (draft) => {
    draft.transcripts['ses_old'] = emptyTranscript()
    draft.others['ses_old'] = session('ses_old')
  })
  sync.roster(rosterFrame(read([session('ses_new')])))
  expect(sessionOf(server(), 'ses_old')).toMatchObject({ title: 'Title of ses_old', directory: '/p' })
  expect(Object.keys(server()?.sessions ?? {})).toEqual(['ses_new'])
})

test('a session that is shown and falls out of the newest ones, or is archived, is still known', () => {
  const { model, sync, server } = setUp()
  model.change('daemon', (draft) => void (draft.transcripts['ses_new'] = emptyTranscript()))
  sync.roster(rosterFrame(read([])))
  expect(sessionOf(server(), 'ses_new')?.title).toBe('Title of ses_new')
  sync.roster(rosterFrame(read([session('ses_new')])))
  expect(server()?.others).toEqual({})
  const info = session('ses_new', { time: { archived: 2 } })
  sync.event(event(1, 'session.updated', { sessionID: 'ses_new', info }))
  paint()
  expect(server()?.sessions).toEqual({})
  expect(sessionOf(server(), 'ses_new')?.title).toBe('Title of ses_new')
  sync.event(event(2, 'session.deleted', { sessionID: 'ses_new', info: session('ses_new') }))
  paint()
  expect(sessionOf(server(), 'ses_new')).toBeUndefined()
})

test('fault 64: what comes of a server that is gone is none of the one that comes under its id', () => {
  const { sync, server, transcripts } = setUp()
  sync.servers({ epoch: 'e', seq: 1, servers: [] })
  sync.roster(rosterFrame(whole()))
  sync.event(busy('ses_new'))
  paint()
  sync.servers({ epoch: 'e', seq: 2, servers: [sampleServer()] })
  expect(server()).toMatchObject({ sessions: {}, activity: {} })
  expect(transcripts.forget).toHaveBeenCalledWith('daemon')
})

test('fault 64: a gap in the events costs running text and transcripts, and leaves the roster to the host', () => {
  const { model, sync, server, transcripts } = setUp()
  const part = { id: 'prt_1', sessionID: 'ses_new', messageID: 'msg_1', type: 'text', text: 'Hel' } as const
  model.live('daemon').set('prt_1', part)
  transcripts.reload.mockClear()
  sync.roster(rosterFrame(read([session('ses_new')])))
  expect(model.live('daemon').get('prt_1')?.text).toBe('Hel')
  expect(transcripts.reload).not.toHaveBeenCalled()
  sync.resync({ server: 'daemon', epoch: 'e', seq: 5, resync: true, reason: 'reconnected' })
  expect(transcripts.listen).toHaveBeenLastCalledWith(expect.objectContaining({ epoch: 'e', seq: 5 }))
  expect(model.live('daemon').size).toBe(0)
  expect(transcripts.reload).toHaveBeenCalledTimes(1)
  expect(server()).toMatchObject({ load: { status: 'ready' }, sessions: { ses_new: {} }, gaps: 1 })
})

test('fault 66: a server that has ended leaves nothing that looks alive', () => {
  const { sync, server } = setUp()
  sync.event(busy('ses_new'))
  sync.event(event(2, 'permission.asked', { id: 'per_1', sessionID: 'ses_new', permission: 'bash' }))
  sync.roster(rosterFrame({ kind: 'server-ended' }))
  const dead = { activity: {}, permissions: {}, busySince: {}, interrupted: { ses_new: true } }
  expect(server()).toMatchObject(dead)
})

test('fault 66: a server that is only slow is not taken for dead', () => {
  const { sync, server } = setUp()
  sync.event(busy('ses_new'))
  sync.servers({ epoch: 'e', seq: 3, servers: [sampleServer({ health: 'unhealthy' })] })
  sync.servers({ epoch: 'e', seq: 4, servers: [sampleServer()] })
  expect(Object.keys(server()?.activity ?? {})).toEqual(['ses_new'])
})

test('fault 65, 66: what the host knows of ended turns comes with the roster, and goes with the next turn', () => {
  const failed = { ses_new: { code: 'x', message: 'no' } }
  const { sync, server } = setUp(whole({ interrupted: { ses_cut: true }, failed }))
  expect(server()).toMatchObject({ interrupted: { ses_cut: true }, failed: { ses_new: { message: 'no' } } })
  for (const sessionID of ['ses_cut', 'ses_new']) sync.event(busy(sessionID))
  paint()
  expect(server()).toMatchObject({ interrupted: {}, failed: {} })
})

test('fault 65: an error while nobody works is about the prompt that never became a message', () => {
  const { model, sync, server } = setUp()
  const prompt = (id: string) => ({ id, text: id, sentAt: 1, choice: {}, extras: [] })
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

test('a server that is told of before the greeting is shown, and its conversations are not read for the greeting', () => {
  const model = new Model({ status: 'done' })
  const transcripts = {
    listen: vi.fn<(place: Position) => void>(),
    reload: vi.fn<() => void>(),
    forget: vi.fn<() => void>(),
  }
  const sync = new Sync(model, transcripts as unknown as Transcripts)
  sync.meet(sampleServer({ version: '1' }))
  model.change('daemon', (draft) => void (draft.transcripts['ses_1'] = emptyTranscript()))
  sync.hello({ ...hello, servers: [sampleServer({ version: '2' })] })
  expect(model.state.servers['daemon']).toMatchObject({ info: { version: '2' }, transcripts: { ses_1: {} } })
  expect(transcripts.reload).not.toHaveBeenCalled()
  // An answer that comes late tells of what was.
  sync.meet(sampleServer({ version: '1' }))
  expect(model.state.servers['daemon']?.info.version).toBe('2')
})

test('where the console lives is known from the greeting, and is another with the next', () => {
  const { model, sync } = setUp()
  sync.hello({ ...hello, console: { ...sampleConsole, hasEditor: true }, servers: [] })
  expect(model.state.info).toEqual({ ...sampleConsole, hasEditor: true })
  sync.hello({ ...hello, servers: [] })
  expect(model.state.info).toEqual(sampleConsole)
})

test('a server that was told of early and is not in the greeting is gone', () => {
  const model = new Model({ status: 'done' })
  const transcripts = { listen: vi.fn<(place: Position) => void>(), forget: vi.fn<(id: string) => void>() }
  const sync = new Sync(model, transcripts as unknown as Transcripts)
  sync.meet(sampleServer({ id: 'port-1' }))
  sync.hello({ ...hello, servers: [] })
  expect(model.state.servers['port-1']).toBeUndefined()
  expect(transcripts.forget).toHaveBeenCalledWith('port-1')
})

test('text that nobody looks at is gathered, and changes nothing of the state', () => {
  const { model, sync } = setUp()
  const change = vi.spyOn(model, 'change')
  const of = { sessionID: 'ses_new', messageID: 'msg_1', partID: 'prt_1', field: 'text' }
  sync.event(event(1, 'message.part.delta', { ...of, delta: 'a' }))
  paint()
  expect([change.mock.calls.length, model.live('daemon').get('prt_1')?.text]).toEqual([0, 'a'])
  sync.event(busy('ses_new'))
  paint()
  expect(change).toHaveBeenCalledOnce()
})

test('fault 63: after megabytes of events conversations are read anew, which takes out what is gone', () => {
  const { sync, transcripts } = setUp()
  transcripts.reload.mockClear()
  for (let nth = 0; nth < 17; nth += 1) sync.event(busy('ses_new'), 4 * 1024 * 1024)
  expect(transcripts.reload).toHaveBeenCalledTimes(1)
  sync.dispose()
})
