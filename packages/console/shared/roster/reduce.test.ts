import type { EngineEvent, EventType } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { expect, test } from 'vitest'
import { isOfRoster, isTimed, reduceRoster } from './reduce.ts'
import { emptyRoster, type Roster } from './roster.ts'

const NOW = 7
const of = { sessionID: 's' }
const session = (more: object = {}) => ({
  id: 's',
  slug: 's',
  projectID: 'p',
  version: '7.7.7',
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
const suggested = sampleEvent('suggestion.shown', {
  id: 'sug',
  ...of,
  text: 'More?',
  actions: [{ label: 'Go', prompt: 'go' }],
})
const failed = sampleEvent('session.error', { ...of, error: { name: 'APIError', data: { message: 'no' } } })
const info = { id: 'pty', status: 'running' }
const opened = sampleEvent('pty.created', { info })

const busy = { activity: { s: { type: 'busy' as const } }, busySince: { s: NOW } }
const call = { kind: 'tool' as const, tool: 'bash', subject: 'npm test', heard: 0 }
const part = () =>
  sampleEvent('message.part.updated', {
    ...of,
    part: {
      id: 'p',
      type: 'tool',
      tool: 'bash',
      state: { status: 'running', input: { command: 'npm test' } },
    },
  })
const todos = (...states: string[]) =>
  sampleEvent('todo.updated', { ...of, todos: states.map((status) => ({ status })) })

type Step = EngineEvent | ((roster: Roster) => void)

function after(...events: Step[]): Roster {
  const roster = emptyRoster()
  for (const event of events)
    if (typeof event === 'function') event(roster)
    else reduceRoster(roster, { event, directory: '/d', at: NOW })
  return roster
}

test.each([
  ['permission', asked()],
  ['question', question()],
  ['suggestion', suggested],
])('a %s that comes without a directory is answered in its session’s', (_, event) => {
  const roster = after(created)
  reduceRoster(roster, { event })
  const [request] = [...Object.values(roster.permissions), ...Object.values(roster.questions)]
  expect(request?.directory).toBe('/p')
})

test.each<[string, Step[], Partial<Roster>]>([
  ['a session is listed', [created], { sessions: { s: session() as never } }],
  [
    'and what is new of it',
    [created, sampleEvent('session.updated', { ...of, info: session({ title: 'U' }) })],
    { sessions: { s: session({ title: 'U' }) as never } },
  ],
  [
    'until it is archived',
    [created, sampleEvent('session.updated', { ...of, info: session({ time: { archived: 1 } }) })],
    {},
  ],
  [
    'or deleted, with all that it did',
    [created, status('busy'), asked(), question({ blocking: false }), sampleEvent('session.deleted', of)],
    {},
  ],
  [
    'a session that works',
    [status('busy')],
    { activity: { s: { type: 'busy' } }, busySince: { s: NOW }, steps: { s: {} } },
  ],
  [
    'since it began',
    [(roster) => void (roster.busySince = { s: 1 }), status('busy')],
    { activity: { s: { type: 'busy' } }, busySince: { s: 1 }, steps: { s: {} } },
  ],
  ['until it is idle', [status('busy'), idle], {}],
  ['as its status says, too', [status('busy'), status('idle')], {}],
  [
    'what was cut off works again',
    [(roster) => void (roster.interrupted = { s: true }), status('busy')],
    { activity: { s: { type: 'busy' } }, busySince: { s: NOW }, steps: { s: {} } },
  ],
  [
    'what was cut off stays so until then',
    [(roster) => void (roster.interrupted = { s: true }), idle],
    { interrupted: { s: true } },
  ],
  [
    'a permission is asked',
    [asked()],
    { permissions: { per: { id: 'per', ...of, directory: '/d' } as never } },
  ],
  ['until it is replied', [asked(), sampleEvent('permission.replied', { ...of, requestID: 'per' })], {}],
  ['or the turn is over', [asked(), idle], {}],
  [
    'the turn of that session',
    [asked('per', { sessionID: 't' }), idle],
    { permissions: { per: { id: 'per', sessionID: 't', directory: '/d' } as never } },
  ],
  [
    'a question is asked',
    [question()],
    { questions: { que: { id: 'que', ...of, directory: '/d' } as never } },
  ],
  ['until it is replied', [question(), sampleEvent('question.replied', { ...of, requestID: 'que' })], {}],
  ['or rejected', [question(), sampleEvent('question.rejected', { ...of, requestID: 'que' })], {}],
  ['or the turn is over', [question(), idle], {}],
  [
    'unless nobody waits for it',
    [question({ blocking: false }), idle],
    { questions: { que: { id: 'que', ...of, blocking: false, directory: '/d' } as never } },
  ],
  [
    'a suggestion is asked like a question that nobody waits for',
    [suggested, idle],
    {
      questions: {
        sug: {
          id: 'sug',
          ...of,
          directory: '/d',
          blocking: false,
          suggests: true,
          questions: [
            {
              question: 'More?',
              header: 'Suggestion',
              custom: false,
              options: [{ label: 'Go', description: 'go' }],
            },
          ],
        },
      },
    },
  ],
  ...(['accepted', 'dismissed'] as const).map((end): [string, Step[], Partial<Roster>] => [
    `until it is ${end}`,
    [suggested, sampleEvent(`suggestion.${end}`, { ...of, requestID: 'sug' })],
    {},
  ]),
  ['a terminal', [opened], { terminals: { pty: { ...info, directory: '/d' } as never } }],
  [
    'what is new of it',
    [opened, sampleEvent('pty.updated', { info: { ...info, title: 'x' } })],
    { terminals: { pty: { ...info, title: 'x', directory: '/d' } as never } },
  ],
  [
    'stays when it has ended',
    [opened, sampleEvent('pty.exited', { id: 'pty', exitCode: 3 })],
    { terminals: { pty: { ...info, status: 'exited', exitCode: 3, directory: '/d' } as never } },
  ],
  ['an end of what is not known', [sampleEvent('pty.exited', { id: 'pty', exitCode: 3 })], {}],
  ['until it is closed', [opened, sampleEvent('pty.deleted', { id: 'pty' })], {}],
  ['a turn that failed', [failed], { failed: { s: { code: 'APIError', message: 'no' } } }],
  ['of a session that is deleted', [failed, sampleEvent('session.deleted', of)], {}],
  [
    'until the next begins',
    [failed, status('busy')],
    { activity: { s: { type: 'busy' } }, busySince: { s: NOW }, steps: { s: {} } },
  ],
  [
    'what a session does is known since it began',
    [status('busy'), part()],
    { ...busy, steps: { s: { p: call } } },
  ],
  [
    'of one that nobody saw begin as well',
    [(roster) => void (roster.activity = { s: { type: 'busy' } }), part()],
    {
      activity: busy.activity,
      steps: { s: { p: call } },
    },
  ],
  ['not of one that is idle', [part()], {}],
  ['and no longer than that', [status('busy'), part(), idle], {}],
  [
    'how far it is with its todos',
    [created, todos('completed', 'pending', 'cancelled')],
    {
      sessions: { s: session() as never },
      todos: { s: { done: 1, total: 2 } },
    },
  ],
  [
    'until it has none',
    [created, todos('pending'), todos('cancelled')],
    { sessions: { s: session() as never } },
  ],
  ['of a session that is not listed nobody asks', [todos('pending')], {}],
  ['and of one that is gone', [created, todos('pending'), sampleEvent('session.deleted', of)], {}],
  ['what was said is no business of the roster', [sampleEvent('message.removed', of)], {}],
])('%s', (_, events, expected) => {
  expect(after(...events)).toStrictEqual({ ...emptyRoster(), ...expected })
})

test('at first nothing is known, not even that nothing is there', () => {
  const nothing = {
    sessions: {},
    activity: {},
    busySince: {},
    steps: {},
    todos: {},
    failed: {},
    interrupted: {},
    pinned: {},
    gone: {},
  }
  const nobody = { permissions: {}, questions: {}, terminals: {}, skipped: [] }
  expect(emptyRoster()).toEqual({
    load: { status: 'idle' },
    complete: false,
    more: false,
    ...nothing,
    ...nobody,
  })
})

test('what no folder is named for stands under none', () => {
  const roster = emptyRoster()
  for (const event of [asked(), question(), opened]) reduceRoster(roster, { event })
  const { permissions, questions, terminals } = roster
  expect([permissions['per'], questions['que'], terminals['pty']].map((one) => one?.directory)).toEqual([
    '',
    '',
    '',
  ])
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

test.each([
  ['no diff', undefined, undefined],
  ['a diff of nothing', '', ''],
  ['a line that only looks like a head', 'diff --git a/x b/x\n+diff --git a/y b/y', 'diff --git a/x b/x'],
])('of a revert with %s', (_, diff, kept) => {
  const revert = (diff?: string) => ({ messageID: 'm', ...(diff !== undefined && { diff }) })
  const event = sampleEvent('session.updated', { ...of, info: session({ revert: revert(diff) }) })
  expect(after(event).sessions['s']?.revert).toStrictEqual(revert(kept))
})

test.each<[EventType, boolean, boolean]>([
  ['session.status', true, true],
  ['session.error', true, false],
  ['pty.updated', true, false],
  ['message.part.delta', false, false],
  ['message.part.updated', true, true],
])('%s: of the roster %s, timed %s', (type, ofRoster, timed) => {
  expect([isOfRoster(type), isTimed(type)]).toEqual([ofRoster, timed])
})
