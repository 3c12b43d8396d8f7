import type { EngineEvent, EventType } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { expect, test } from 'vitest'
import { isOfRoster, isTimed, reduceRoster } from './reduce.ts'
import { emptyRoster, type Roster } from './roster.ts'

const NOW = 7
const of = { sessionID: 's' }
const session = (more: object = {}) => ({
  id: 's',
  title: 'T',
  directory: '/p',
  time: { created: 1 },
  ...more,
})
const created = sampleEvent('session.created', { ...of, info: session() })
const status = (type: string) => sampleEvent('session.status', { ...of, status: { type } })
const idle = sampleEvent('session.idle', of)
const asked = (id = 'per', more: object = {}) => sampleEvent('permission.asked', { id, ...of, ...more })
const question = (more: object = {}) => sampleEvent('question.asked', { id: 'que', ...of, ...more })
const failed = sampleEvent('session.error', { ...of, error: { name: 'APIError', data: { message: 'no' } } })
const info = { id: 'pty', status: 'running' }
const opened = sampleEvent('pty.created', { info })

function after(...events: (EngineEvent | ((roster: Roster) => void))[]): Roster {
  const roster = emptyRoster()
  for (const event of events)
    if (typeof event === 'function') event(roster)
    else reduceRoster(roster, { event, directory: '/d', at: NOW })
  return roster
}

test.each<[string, Roster, Partial<Roster>]>([
  ['a session is listed', after(created), { sessions: { s: session() as never } }],
  [
    'and what is new of it',
    after(created, sampleEvent('session.updated', { ...of, info: session({ title: 'U' }) })),
    { sessions: { s: session({ title: 'U' }) as never } },
  ],
  [
    'until it is archived',
    after(created, sampleEvent('session.updated', { ...of, info: session({ time: { archived: 1 } }) })),
    {},
  ],
  [
    'or deleted, with all that it did',
    after(
      created,
      status('busy'),
      asked(),
      question({ blocking: false }),
      sampleEvent('session.deleted', of),
    ),
    {},
  ],
  [
    'a session that works',
    after(status('busy')),
    { activity: { s: { type: 'busy' } }, busySince: { s: NOW } },
  ],
  [
    'since it began',
    after((roster) => void (roster.busySince = { s: 1 }), status('busy')),
    { activity: { s: { type: 'busy' } }, busySince: { s: 1 } },
  ],
  ['until it is idle', after(status('busy'), idle), {}],
  ['as its status says, too', after(status('busy'), status('idle')), {}],
  [
    'what was cut off works again',
    after((roster) => void (roster.interrupted = { s: true }), status('busy')),
    { activity: { s: { type: 'busy' } }, busySince: { s: NOW } },
  ],
  [
    'what was cut off stays so until then',
    after((roster) => void (roster.interrupted = { s: true }), idle),
    { interrupted: { s: true } },
  ],
  [
    'a permission is asked',
    after(asked()),
    { permissions: { per: { id: 'per', ...of, directory: '/d' } as never } },
  ],
  ['until it is replied', after(asked(), sampleEvent('permission.replied', { ...of, requestID: 'per' })), {}],
  ['or the turn is over', after(asked(), idle), {}],
  [
    'the turn of that session',
    after(asked('per', { sessionID: 't' }), idle),
    { permissions: { per: { id: 'per', sessionID: 't', directory: '/d' } as never } },
  ],
  [
    'a question is asked',
    after(question()),
    { questions: { que: { id: 'que', ...of, directory: '/d' } as never } },
  ],
  [
    'until it is replied',
    after(question(), sampleEvent('question.replied', { ...of, requestID: 'que' })),
    {},
  ],
  ['or rejected', after(question(), sampleEvent('question.rejected', { ...of, requestID: 'que' })), {}],
  ['or the turn is over', after(question(), idle), {}],
  [
    'unless nobody waits for it',
    after(question({ blocking: false }), idle),
    { questions: { que: { id: 'que', ...of, blocking: false, directory: '/d' } as never } },
  ],
  ['a terminal', after(opened), { terminals: { pty: { ...info, directory: '/d' } as never } }],
  [
    'what is new of it',
    after(opened, sampleEvent('pty.updated', { info: { ...info, title: 'x' } })),
    { terminals: { pty: { ...info, title: 'x', directory: '/d' } as never } },
  ],
  [
    'stays when it has ended',
    after(opened, sampleEvent('pty.exited', { id: 'pty', exitCode: 3 })),
    { terminals: { pty: { ...info, status: 'exited', exitCode: 3, directory: '/d' } as never } },
  ],
  ['an end of what is not known', after(sampleEvent('pty.exited', { id: 'pty', exitCode: 3 })), {}],
  ['until it is closed', after(opened, sampleEvent('pty.deleted', { id: 'pty' })), {}],
  ['a turn that failed', after(failed), { failed: { s: { code: 'APIError', message: 'no' } } }],
  [
    'until the next begins',
    after(failed, status('busy')),
    { activity: { s: { type: 'busy' } }, busySince: { s: NOW } },
  ],
  ['what was said is no business of the roster', after(sampleEvent('message.removed', of)), {}],
])('%s', (_, roster, expected) => {
  expect(roster).toEqual({ ...emptyRoster(), ...expected })
})

test('fault 63: what failed first of two hundred gives way', () => {
  const roster = emptyRoster()
  for (let nth = 0; nth < 205; nth += 1) {
    const event = sampleEvent('session.error', { ...failed.properties, sessionID: `s${nth}` })
    reduceRoster(roster, { event })
  }
  const ids = Object.keys(roster.failed)
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([200, 's5', 's204'])
})

test('fault 63: a session is kept without what may be megabytes', () => {
  const heavy = {
    summary: { diffs: [] },
    metadata: {},
    permission: [],
    revert: { messageID: 'm', diff: 'diff --git a/x b/x\n+x\ndiff --git a/y b/y\n' },
  }
  const light = { parentID: 'p', agent: 'code', model: { id: 'm', providerID: 'p' }, cost: 1 }
  const event = sampleEvent('session.updated', { ...of, info: session({ ...light, ...heavy }) })
  expect(after(event).sessions['s']).toEqual({
    ...session(light),
    revert: { messageID: 'm', diff: 'diff --git a/x b/x\ndiff --git a/y b/y' },
  })
})

test.each<[EventType, boolean, boolean]>([
  ['session.status', true, true],
  ['session.error', true, false],
  ['pty.updated', true, false],
  ['message.part.delta', false, false],
])('%s: of the roster %s, timed %s', (type, ofRoster, timed) => {
  expect([isOfRoster(type), isTimed(type)]).toEqual([ofRoster, timed])
})
