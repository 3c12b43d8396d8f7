import type { Session } from '@kilocode/sdk/v2/client'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { expect, test, vi } from 'vitest'
import type { RosterFrame } from '../../shared/events.ts'
import type { RosterChange } from '../../shared/roster/change.ts'
import { emptyRoster } from '../../shared/roster/roster.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { applyRoster, ComingRosters } from './apply-roster.ts'
import { emptyServer, emptyTranscript, type ServerState } from './types.ts'

const session = (id: string, title = id) =>
  ({ id, title, directory: '/p', time: { created: 1, updated: 1 } }) as Session
const listed = (...sessions: Session[]): RosterChange => ({
  kind: 'sessions',
  sessions,
  more: true,
  isNewRun: false,
})
const created = (id: string) => sampleEvent('session.created', { sessionID: id, info: session(id) })

function applied(before: Partial<ServerState>, roster: RosterChange, ...since: string[]): ServerState {
  const draft = { ...emptyServer(sampleServer()), ...structuredClone(before) }
  applyRoster(draft, { roster, since: since.map((id) => ({ event: created(id) })) })
  return draft
}

const open = (...ids: string[]) => ({
  transcripts: Object.fromEntries(ids.map((id) => [id, emptyTranscript()])),
})

test.each<[string, Partial<ServerState>, RosterChange, string[], string[]]>([
  ['what is listed', {}, listed(session('a')), ['a'], []],
  [
    'what was listed and nobody looks at is gone',
    { sessions: { b: session('b') } },
    listed(session('a')),
    ['a'],
    [],
  ],
  [
    'what somebody looks at is still known',
    { sessions: { b: session('b') }, ...open('b') },
    listed(session('a')),
    ['a'],
    ['b'],
  ],
  ['also the next time', { others: { b: session('b') }, ...open('b') }, listed(session('a')), ['a'], ['b']],
  ['until nobody does', { others: { b: session('b') } }, listed(), [], []],
  ['or the roster lists it', { others: { a: session('a') }, ...open('a') }, listed(session('a')), ['a'], []],
  ['a session that is only known by its name stays unknown', open('c'), listed(session('a')), ['a'], []],
])('%s', (_, before, roster, sessions, others) => {
  const draft = applied(before, roster)
  expect([Object.keys(draft.sessions), Object.keys(draft.others)]).toEqual([sessions, others])
  expect(draft.transcripts).toEqual(before.transcripts ?? {})
})

test('what was heard since it was read counts, and what was listed last is newer than what was kept', () => {
  expect(Object.keys(applied({}, listed(session('a')), 'n').sessions)).toEqual(['a', 'n'])
  const before = { others: { b: session('b', 'old') }, sessions: { b: session('b', 'new') }, ...open('b') }
  expect(applied(before, listed()).others['b']?.title).toBe('new')
})

const frame = (roster: RosterChange, server = 'daemon'): RosterFrame => ({
  server,
  epoch: 'e',
  seq: 1,
  roster,
  since: [],
})
const heard = (id: string) => ({ server: 'daemon', epoch: 'e', seq: 1, event: created(id) })

test('a roster that nobody waits for is applied as it comes', () => {
  const coming = new ComingRosters()
  coming.expect('other')
  coming.event(heard('a'))
  expect(coming.frame(frame(listed()))).toEqual(frame(listed()))
})

test.each<[string, RosterChange]>([
  ['was read', listed(session('a'))],
  ['could not be read', { kind: 'load', load: { status: 'failed', problem: { code: 'x', message: 'no' } } }],
])('one that takes the place of another comes whole, when it %s', (_, last) => {
  const coming = new ComingRosters()
  coming.expect('daemon')
  expect(coming.frame(frame({ kind: 'load', load: { status: 'loading' } }))).toBeNull()
  const frames = [heard('n'), heard('m')]
  frames.forEach((one) => coming.event(one))
  const came = coming.frame({ ...frame(last), since: [{ event: created('s') }] })
  const whole = came?.roster.kind === 'whole' ? came.roster.roster : emptyRoster()
  expect(came?.since).toBeUndefined()
  expect(whole.load.status).toBe(last.kind === 'load' ? 'failed' : 'ready')
  expect(Object.keys(whole.sessions)).toEqual(last.kind === 'load' ? ['n', 'm', 's'] : ['a', 's'])
  expect(coming.frame(frame(listed()))).toEqual(frame(listed()))
})

test('what comes is a copy: the event is applied to the page as well', () => {
  const coming = new ComingRosters()
  coming.expect('daemon')
  const status = { type: 'busy' }
  coming.event({ ...heard('a'), event: sampleEvent('session.status', { sessionID: 'a', status }) })
  status.type = 'retry'
  const came = coming.frame(frame(listed()))
  expect(came?.roster).toMatchObject({ roster: { activity: { a: { type: 'busy' } } } })
})

test('what is no business of a roster is not copied', () => {
  const copy = vi.spyOn(globalThis, 'structuredClone')
  const coming = new ComingRosters()
  coming.expect('daemon')
  coming.event({ ...heard('a'), event: sampleEvent('message.part.delta', { sessionID: 'a', delta: 'x' }) })
  expect(copy).not.toHaveBeenCalled()
  coming.event(heard('a'))
  expect(copy).toHaveBeenCalledOnce()
})

test('what is forgotten is not waited for', () => {
  const coming = new ComingRosters()
  coming.expect('daemon')
  coming.forget('daemon')
  expect(coming.frame(frame(listed()))).toEqual(frame(listed()))
})
