import type { Session } from '@kilocode/sdk/v2/client'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { expect, test } from 'vitest'
import { sampleServer } from '../../shared/sample-server.ts'
import { changesState, reduce } from './reduce.ts'
import { emptyServer, emptyTranscript, type PendingPrompt, type ServerState } from './types.ts'

const NOW = 7
const of = { sessionID: 's' }
const session = (more: object = {}) => ({ id: 's', title: 'T', time: { created: 1 }, ...more }) as Session
const archived = session({ time: { created: 1, archived: 2 } })
const prompt = (id: string, more: object = {}) =>
  ({ id, text: id, sentAt: 1, choice: {}, ...more }) as PendingPrompt
const problem = { code: 'APIError', message: 'no' }
const failed = sampleEvent('session.error', { ...of, error: { name: 'APIError', data: { message: 'no' } } })
const updated = (info: Session) => sampleEvent('session.updated', { sessionID: info.id, info })
const todos = sampleEvent('todo.updated', { ...of, todos: ['t'] })
const opened = (more: object = {}) => ({ transcripts: { s: { ...emptyTranscript(), ...more } } })
const waiting = (...pending: PendingPrompt[]) => opened({ pending })

function after(before: Partial<ServerState>, event: EngineEvent, directory?: string): ServerState {
  const draft = { ...emptyServer(sampleServer()), ...structuredClone(before) }
  reduce(
    draft,
    { server: 'daemon', epoch: 'e', seq: 1, event, ...(directory && { directory }) },
    new Map(),
    NOW,
  )
  return draft
}

test.each<[string, Partial<ServerState>, EngineEvent, Partial<ServerState>]>([
  [
    'who works, works since now',
    {},
    sampleEvent('session.status', { ...of, status: { type: 'busy' } }),
    { activity: { s: { type: 'busy' } }, busySince: { s: NOW }, steps: { s: {} } },
  ],
  [
    'what is known beside the roster stays so',
    { ...opened(), others: { s: session() } },
    todos,
    { ...opened({ todos: ['t'] }), others: { s: session() } },
  ],
  [
    'a session that the engine begins itself is named',
    { selected: { sessionId: 'before' } },
    sampleEvent('tui.session.select', of),
    { selected: { sessionId: 's' } },
  ],
  ['an opened conversation', opened(), todos, opened({ todos: ['t'] })],
  ['nothing of one that is not open', {}, todos, {}],
  ['nor of another', opened(), sampleEvent('todo.updated', { sessionID: 't', todos: ['t'] }), opened()],
  ['what concerns no session', opened(), sampleEvent('pty.deleted', { id: 'x' }), opened()],
  [
    'a deleted session is closed and forgotten',
    { ...opened(), others: { s: session() } },
    sampleEvent('session.deleted', of),
    {},
  ],
  [
    'an archived one that a view shows is still known',
    opened(),
    updated(archived),
    { ...opened(), others: { s: archived } },
  ],
  ['one that nothing shows is not', {}, updated(archived), {}],
  [
    'and the next that is said of it',
    { ...opened(), others: { s: session() } },
    updated(archived),
    { ...opened(), others: { s: archived } },
  ],
  [
    'what else is said of it is no session',
    { ...opened(), others: {} },
    sampleEvent('session.idle', { ...of, info: archived }),
    opened(),
  ],
  [
    'a prompt that the engine refuses',
    waiting(prompt('a', { problem: { code: 'x', message: 'x' } }), prompt('b'), prompt('c')),
    failed,
    {
      failed: { s: problem },
      ...waiting(
        prompt('a', { problem: { code: 'x', message: 'x' } }),
        prompt('b', { problem }),
        prompt('c'),
      ),
    },
  ],
  ['an error with no prompt on its way', opened(), failed, { ...opened(), failed: { s: problem } }],
  [
    'an error of a turn that goes on is not about the prompt',
    { ...waiting(prompt('a')), activity: { s: { type: 'busy' } } },
    failed,
    { ...waiting(prompt('a')), activity: { s: { type: 'busy' } }, failed: { s: problem } },
  ],
  [
    'an error of before is not about it',
    { ...waiting(prompt('a')), failed: { s: problem } },
    todos,
    { ...opened({ pending: [prompt('a')], todos: ['t'] }), failed: { s: problem } },
  ],
  [
    'and no longer one that is past',
    { ...waiting(prompt('a')), failed: { s: problem } },
    sampleEvent('session.status', { ...of, status: { type: 'busy' } }),
    { ...waiting(prompt('a')), activity: { s: { type: 'busy' } }, busySince: { s: NOW }, steps: { s: {} } },
  ],
])('%s', (_, before, event, expected) => {
  expect(after(before, event)).toStrictEqual({ ...emptyServer(sampleServer()), ...expected })
})

test.each(['session.created', 'session.updated'] as const)(
  '%s: what the roster lists is not kept beside it',
  (type) => {
    const event = sampleEvent(type, { ...of, info: session({ title: 'U' }) })
    const state = after({ ...opened(), others: { s: session() } }, event)
    expect([state.others, state.sessions['s']?.title]).toEqual([{}, 'U'])
  },
)

test('a deleted session that no view shows is forgotten too', () => {
  expect(after({ others: { s: session() } }, sampleEvent('session.deleted', of)).others).toEqual({})
})

test('the folder that an event comes from is known, and when it was heard if the host says so', () => {
  const asked = sampleEvent('permission.asked', { id: 'p', ...of })
  expect(after({}, asked, '/d').permissions['p']?.directory).toBe('/d')
  const draft = emptyServer(sampleServer())
  const event = sampleEvent('session.status', { ...of, status: { type: 'busy' } })
  reduce(draft, { server: 'daemon', epoch: 'e', seq: 1, event, at: 3 }, new Map(), NOW)
  expect(draft.busySince).toEqual({ s: 3 })
})

test('a folder that was put away is counted, whoever did it', () => {
  const event = sampleEvent('server.instance.disposed', { directory: '/d' })
  const state = after({ disposals: 2 }, event, '/d')
  expect([state.disposals, changesState(state, event)]).toEqual([3, true])
})

test('how far an index is is known by its folder, of so many folders as one may have', () => {
  const status = { state: 'In Progress', message: '', processedFiles: 1, totalFiles: 2, percent: 50 }
  const event = sampleEvent('indexing.status', { status })
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`/d${at}`, { ...status, state: 'Complete' as const }]),
  )
  const state = after({ indexing: many }, event, '/d1')
  expect([Object.keys(state.indexing).length, state.indexing['/d1']]).toEqual([100, status])
  const more = after({ indexing: many }, event, '/new')
  expect([Object.keys(more.indexing).length, more.indexing['/new']]).toEqual([100, status])
  expect(changesState(state, event)).toBe(true)
})

test('the page to log in at, that the engine could show to nobody, is known with its folder, and apart from one before', () => {
  const page = { mcpName: 'notes', url: 'https://a.example/authorize' }
  const event = sampleEvent('mcp.browser.open.failed', page)
  const state = after({ loginPage: { seq: 0, directory: '/d', ...page } }, event, '/d')
  expect(state.loginPage).toEqual({ seq: expect.any(Number), directory: '/d', ...page })
  expect(state.loginPage?.seq).not.toBe(0)
  expect(changesState(state, event)).toBe(true)
})
