import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame } from '../../shared/events.ts'
import { changeRoster, type DirectoryRead, type RosterChange } from '../../shared/roster/change.ts'
import { isNeverRead, reduceRoster } from '../../shared/roster/reduce.ts'
import { emptyRoster, type Roster } from '../../shared/roster/roster.ts'
import type { EngineMessage } from './engine-event.ts'
import { greeting } from '../../test/host/greeting.ts'
import { makeHub } from './hub.ts'
import { makeRosters } from './rosters.ts'

const id = fc.constantFrom('a', 'b', 'c')
const directory = fc.constantFrom('/p', '/q')
const session = (id: string, more: object = {}) => ({
  id,
  slug: '',
  projectID: 'p',
  directory: '/p',
  title: '',
  version: '',
  ...more,
  time: { created: 1, updated: 1, ...('archived' in more ? { archived: 1 } : {}) },
})

const part = (flag: boolean, type: string) => ({
  id: flag ? 'prt_1' : 'prt_2',
  type: 'tool',
  tool: 'bash',
  state: { status: type === 'idle' ? 'completed' : 'running', input: { command: type } },
})

/** Events in a world so small that they meet all the time. */
const message: fc.Arbitrary<EngineMessage> = fc
  .tuple(
    id,
    directory,
    fc.constantFrom('busy', 'retry', 'idle'),
    fc.constantFrom(
      'session.created',
      'session.updated',
      'session.deleted',
      'session.status',
      'session.idle',
      'session.error',
      'permission.asked',
      'permission.replied',
      'question.asked',
      'question.rejected',
      'suggestion.shown',
      'suggestion.dismissed',
      'pty.created',
      'pty.exited',
      'pty.deleted',
      'todo.updated',
      'message.part.updated',
    ),
    fc.boolean(),
  )
  .map(([sessionID, directory, type, event, flag]) => ({
    directory,
    event: sampleEvent(event, {
      sessionID,
      ...(event.startsWith('session.')
        ? { info: session(sessionID, flag ? { archived: true } : { title: directory }) }
        : { id: `${event.slice(0, 3)}_${sessionID}`, requestID: `per_${sessionID}` }),
      ...(event === 'pty.created' && { info: { id: `pty_${sessionID}`, status: 'running' } }),
      ...(event === 'suggestion.shown' && { text: '', actions: [] }),
      ...(event === 'question.asked' && flag && { blocking: false }),
      ...(event === 'session.status' && { status: { type } }),
      ...(event === 'session.error' && { error: { name: 'APIError', data: { message: type } } }),
      ...(event === 'todo.updated' && { todos: [{ status: flag ? 'completed' : 'pending' }] }),
      ...(event === 'message.part.updated' && { part: part(flag, type) }),
      exitCode: 0,
    }),
  }))

const change: fc.Arbitrary<RosterChange> = fc.oneof(
  fc.record({
    kind: fc.constant('sessions' as const),
    sessions: fc.uniqueArray(id).map((ids) => ids.map((each) => session(each))),
    more: fc.boolean(),
    isNewRun: fc.boolean(),
  }),
  fc.tuple(fc.uniqueArray(id), directory, fc.boolean()).map(([ids, directory, flag]): RosterChange => {
    const permissions = ids.map((id) => ({ id: `per_${id}`, sessionID: id, directory }))
    const read = { permissions, terminals: flag ? null : ids.map((id) => ({ id: `pty_${id}`, directory })) }
    const activity = Object.fromEntries(ids.map((id) => [id, { type: 'busy' as const }]))
    return {
      kind: 'directory',
      directory,
      activity,
      at: 5,
      questions: [],
      ...read,
    } as unknown as DirectoryRead
  }),
  fc.tuple(fc.uniqueArray(id), fc.uniqueArray(id)).map(([idle, interrupted]): RosterChange => {
    return { kind: 'turns', idle, interrupted, ended: [], skipped: [] }
  }),
  fc.constant<RosterChange>({ kind: 'server-ended' }),
  fc.uniqueArray(id).map((ids): RosterChange => ({ kind: 'pinned', ids })),
  fc.constant<RosterChange>({ kind: 'load', load: { status: 'loading' } }),
)

const step = fc.oneof(
  { weight: 4, arbitrary: message.map((message) => ({ message })) },
  fc.record({ change, asked: fc.boolean() }),
)

/** What a tab makes of the frames that it gets. */
function tabOf(hub: ReturnType<typeof makeHub>): { roster: Roster } {
  const tab = { roster: emptyRoster() }
  const hear = (text: string) => {
    const frame = JSON.parse(text) as Frame
    if ('roster' in frame) changeRoster(tab.roster, frame.roster, frame.since)
    else if ('event' in frame) reduceRoster(tab.roster, frame)
  }
  hub.join(null, greeting, hear).backlog.forEach(hear)
  return tab
}

test('a tab that comes at any moment has what the host has, to the order of its keys', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, comes) => {
      let clock = 0
      const hub = makeHub(undefined, 'e', () => (clock += 1))
      let tab: { roster: Roster } | undefined
      for (const [at, step] of steps.entries()) {
        if (at === comes) tab = tabOf(hub)
        if ('message' in step) hub.event('daemon', step.message)
        else hub.roster('daemon', step.change, step.asked ? performance.now() : undefined)
      }
      tab ??= tabOf(hub)
      expect(JSON.stringify(tab.roster)).toBe(JSON.stringify(hub.rosterOf('daemon')))
    }),
    { numRuns: 700 },
  )
})

/** Without those that bring a session back that was deleted or archived: no engine does, and its todos, which no read tells, would be gone. */
function withoutReturns(messages: readonly EngineMessage[]): EngineMessage[] {
  const gone = new Set<string>()
  return messages.filter(({ event: { type, properties } }) => {
    if (type === 'session.deleted') gone.add(properties.sessionID)
    if (type !== 'session.created' && type !== 'session.updated') return true
    if (gone.has(properties.info.id)) return false
    if (properties.info.time.archived !== undefined) gone.add(properties.info.id)
    return true
  })
}

const isRead = ({ event }: EngineMessage) => !isNeverRead(event.type)

test('events that are heard twice, in order, change nothing: what was read may be older or newer than they', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 20 }), fc.nat(20), (messages, from) => {
      const roster = emptyRoster()
      const events = withoutReturns(messages).map((message, at) => ({ ...message, at }))
      for (const event of events) reduceRoster(roster, event)
      const once = structuredClone(roster)
      changeRoster(roster, { kind: 'load', load: roster.load }, events.slice(from).filter(isRead))
      expect(roster).toEqual(once)
    }),
    { numRuns: 700 },
  )
})

test('fault 63: what a server tells stays within the budgets, the newest of it, and tabs are told what goes', () => {
  const rosters = makeRosters({ size: 10_000, entries: 100, sizeOfAll: 12_000 })
  const told: Roster = emptyRoster()
  const asked = (nth: number, server = 'daemon') => {
    const metadata = { diff: 'x'.repeat(500) }
    const event = { event: sampleEvent('permission.asked', { id: `per_${nth}`, sessionID: 's', metadata }) }
    if (server === 'daemon') reduceRoster(told, event)
    for (const consequence of rosters.event(server, event, JSON.stringify(event).length))
      if (consequence.server === 'daemon') changeRoster(told, consequence.change)
  }
  for (let nth = 0; nth < 1000; nth += 1) asked(nth)
  const kept = Object.keys(rosters.of('daemon').permissions)
  expect(kept.length).toBeLessThan(20)
  expect(kept.at(-1)).toBe('per_999')
  for (let nth = 0; nth < 5; nth += 1) asked(nth, 'port-4098')
  expect(Object.keys(rosters.of('port-4098').permissions)).toHaveLength(5)
  expect(JSON.stringify(rosters.wholes()).length).toBeLessThan(14_000)
  expect(told).toEqual(rosters.of('daemon'))
  rosters.retain(new Set(['port-4098']))
  expect(rosters.wholes()).toHaveLength(1)
})

test('fault 63: entries are counted too, and of a session only what is kept of it', () => {
  const rosters = makeRosters({ size: 1_000_000, entries: 100, sizeOfAll: 1_000_000 })
  for (let nth = 0; nth < 1000; nth += 1) {
    const info = session(`s${nth}`, { metadata: 'x'.repeat(100_000) })
    const event = sampleEvent('session.updated', { sessionID: info.id, info })
    rosters.event('daemon', { event }, JSON.stringify(info).length)
  }
  const { sessions, more } = rosters.of('daemon')
  expect(Object.keys(sessions).length).toBeGreaterThan(74)
  expect(Object.keys(sessions).length).toBeLessThan(101)
  expect(sessions).toHaveProperty('s999')
  expect(more).toBe(true)
})

test('what was heard just before a question may be missing in its answer, what is older is in it', () => {
  const clock = { now: 0 }
  const rosters = makeRosters(undefined, () => clock.now)
  const created = (id: string) => ({
    event: sampleEvent('session.created', { info: session(id), sessionID: id }),
  })
  for (const [id, at] of [
    ['old', 1000],
    ['before', 9000],
    ['during', 10_500],
  ] as const) {
    clock.now = at
    rosters.event('daemon', created(id), 100)
  }
  const heard = () =>
    rosters
      .since('daemon', 10_000)
      .map(({ event: { properties } }) => 'info' in properties && properties.info.id)
  expect(heard()).toEqual(['before', 'during'])
  rosters.gap('daemon')
  expect(heard()).toEqual([])
})

test('fault 63: of events heard meanwhile the newest are kept', () => {
  const rosters = makeRosters(undefined, () => 1)
  for (let nth = 0; nth < 5000; nth += 1)
    rosters.event('daemon', { event: sampleEvent('session.idle', { sessionID: `s${nth}` }) }, 10_000)
  const heard = rosters.since('daemon', 1)
  expect(heard.length).toBeLessThan(110)
  expect(heard.at(-1)?.event.properties).toEqual({ sessionID: 's4999' })
})
