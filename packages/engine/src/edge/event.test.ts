import { describe, expect, test } from 'vitest'
import { messages, parts } from '../../test/whole-messages.ts'
import * as whole from '../../test/whole.ts'
import { checkEvent, type EventType } from './event.ts'

const sessionID = 'ses_1'
const messageID = 'msg_1'
const partID = 'prt_1'
const request = { sessionID, requestID: 'per_1' }

/** Of each type, with every key that it can have. */
const events: Record<EventType, object[]> = {
  'session.created': [{ sessionID, info: whole.session }],
  'session.updated': ['snapshots-disabled', 'unavailable'].map((workspace) => ({
    sessionID,
    info: { ...whole.session, revert: { ...whole.session.revert, workspace } },
  })),
  'session.deleted': [{ sessionID }],
  'session.status': whole.statuses.map((status) => ({ sessionID, status })),
  'session.idle': [{ sessionID }],
  'session.queue.changed': [{ sessionID, queued: ['msg_1'] }],
  'session.error': whole.errors.map((error) => ({ sessionID, error })),
  'session.diff': ['added', 'deleted', 'modified'].map((status) => ({
    sessionID,
    diff: [{ ...whole.diff, status }],
  })),
  'session.turn.close': ['completed', 'error', 'interrupted', 'superseded'].map((reason) => ({
    sessionID,
    parentID: messageID,
    reason,
  })),
  'session.network.asked': [
    { id: 'net_1', sessionID, message: 'no net', restored: false, time: { created: 1, restored: 2 } },
  ],
  'session.network.replied': [request],
  'session.network.rejected': [request],
  'message.updated': messages.map((info) => ({ sessionID, info })),
  'message.removed': [{ sessionID, messageID }],
  'message.part.updated': parts.map((part) => ({ sessionID, part })),
  'message.part.removed': [{ sessionID, messageID, partID }],
  'message.part.delta': [{ sessionID, messageID, partID, field: 'text', delta: 'Hi' }],
  'todo.updated': [{ sessionID, todos: [whole.todo] }],
  'permission.asked': [whole.permission],
  'permission.replied': ['once', 'always', 'reject'].map((reply) => ({ ...request, reply })),
  'question.asked': [whole.question],
  'question.replied': [{ ...request, answers: [['Yes']] }],
  'question.rejected': [request],
  'suggestion.shown': [whole.suggestion],
  'suggestion.accepted': [request],
  'suggestion.dismissed': [request],
  'tui.session.select': [{ sessionID }],
  'pty.created': [{ info: whole.terminal }],
  'pty.updated': [{ info: { ...whole.terminal, status: 'exited' } }],
  'pty.exited': [{ id: 'pty_1', exitCode: 1 }],
  'pty.deleted': [{ id: 'pty_1' }],
  'server.instance.disposed': [{ directory: '/w/app' }],
  'mcp.browser.open.failed': [{ mcpName: 'notes', url: 'https://a.example/authorize?state=1' }],
  'project.updated': [{ id: 'p' }],
  'indexing.status': ['Disabled', 'In Progress', 'Complete', 'Error', 'Standby'].map((state) => ({
    status: { state, message: 'Indexed 1 / 2 files.', processedFiles: 1, totalFiles: 2, percent: 50 },
  })),
}

const cases = Object.entries(events).flatMap(([type, all]) =>
  all.map((properties, nth) => ({ type, nth, properties })),
)

describe.each(cases)('$type, $nth', ({ type, properties }) => {
  test('is kept whole, and nothing else with it', () => {
    expect(checkEvent(type, { ...properties, later: 1 })).toStrictEqual({ type, properties })
  })

  test('is strange without what it is about', () => {
    const needless = type === 'session.error'
    expect(checkEvent(type, needless ? { error: {} } : {})).toBe('strange')
  })
})

test('what nobody reads is unknown', () => {
  expect(checkEvent('session.compacted', { sessionID })).toBe('unknown')
})

test.each([
  [{ name: 'NewError', data: { message: 'it failed', more: 1 } }, 'it failed'],
  [{ name: 'NewError', data: {} }, 'NewError'],
])('an error that we do not know says what happened: %j', (error, message) => {
  const known = { name: 'UnknownError', data: { message } }
  expect(checkEvent('session.error', { error })).toEqual({
    type: 'session.error',
    properties: { error: known },
  })
})

test.each(['', 'a/b', 'a b', 'a\n', '__proto__', 'toString', 'x'.repeat(129), 7, null])(
  '%j is no id',
  (id) => {
    expect(checkEvent('session.idle', { sessionID: id })).toBe('strange')
  },
)

test.each(['a', 'ses_1', 'a.b:c-d', 'x'.repeat(128)])('%j is one', (id) => {
  expect(checkEvent('session.idle', { sessionID: id })).toMatchObject({ properties: { sessionID: id } })
})
