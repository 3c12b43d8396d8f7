import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventType } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { EngineFrame } from '../../shared/events.ts'
import { applyToLiveParts, type LiveParts } from '../../shared/live-parts.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { coalesce } from '../events/queue.ts'
import { changesState, reduce } from './reduce.ts'
import { emptyServer, emptyTranscript, type ServerState } from './types.ts'

const sessionID = fc.constantFrom('ses_1', 'ses_2')
const text = fc.string({ maxLength: 4 })

/** A part belongs to one message, and a message has one author and one time, for ever. */
const place = fc.constantFrom(
  { sessionID: 'ses_1', messageID: 'msg_1', partID: 'prt_1', type: 'text' },
  { sessionID: 'ses_1', messageID: 'msg_1', partID: 'prt_2', type: 'reasoning' },
  { sessionID: 'ses_1', messageID: 'msg_2', partID: 'prt_3', type: 'text' },
)

const part = fc
  .record({ place, text, done: fc.boolean() })
  .map(({ place: { partID, ...rest }, text, done }) => ({
    id: partID,
    ...rest,
    text,
    time: done ? { start: 1, end: 2 } : { start: 1 },
  }))

const call = fc
  .record({
    id: fc.constantFrom('prt_4', 'prt_5'),
    status: fc.constantFrom('pending', 'running', 'completed'),
  })
  .map(({ id, status }) => ({
    id,
    sessionID: 'ses_1',
    messageID: 'msg_2',
    type: 'tool',
    tool: 'bash',
    state: { status, input: { command: 'x' } },
  }))

const message = fc.record({ id: fc.constantFrom('msg_1', 'msg_2'), agent: text }).map(({ id, agent }) => ({
  id,
  agent,
  sessionID: 'ses_1',
  role: 'assistant',
  time: { created: id === 'msg_1' ? 2 : 1 },
}))

const session = fc
  .record({ id: sessionID, title: text, updated: fc.integer({ min: 1, max: 9 }), archived: fc.boolean() })
  .map(({ updated, archived, ...rest }) => ({
    ...rest,
    time: { created: 1, updated, ...(archived ? { archived: 1 } : {}) },
  }))

const of = (type: EventType, properties: fc.Arbitrary<object>) =>
  properties.map((properties) => sampleEvent(type, properties))

/** Any order of the events that the screen depends on, in a world so small that they meet all the time. */
const event = fc.oneof(
  {
    weight: 6,
    arbitrary: of(
      'message.part.delta',
      fc.record({ place, text }).map(({ place, text }) => ({ ...place, delta: text, field: 'text' })),
    ),
  },
  { weight: 4, arbitrary: of('message.part.updated', fc.record({ sessionID: fc.constant('ses_1'), part })) },
  {
    weight: 3,
    arbitrary: of(
      'message.part.updated',
      call.map((part) => ({ sessionID: 'ses_1', part })),
    ),
  },
  of('message.part.removed', place),
  of('message.updated', fc.record({ sessionID: fc.constant('ses_1'), info: message })),
  of('message.removed', place),
  of(
    'session.updated',
    session.map((info) => ({ sessionID: info.id, info })),
  ),
  of(
    'session.deleted',
    session.map((info) => ({ sessionID: info.id, info })),
  ),
  of('session.status', fc.record({ sessionID, status: fc.constantFrom({ type: 'busy' }, { type: 'idle' }) })),
  of(
    'session.error',
    fc.record({ sessionID, error: fc.constant({ name: 'APIError', data: { message: 'no' } }) }),
  ),
  of(
    'permission.asked',
    fc.record({ id: fc.constantFrom('per_1', 'per_2'), sessionID, permission: fc.constant('bash') }),
  ),
  of('permission.replied', fc.record({ requestID: fc.constantFrom('per_1', 'per_2'), sessionID })),
  of('todo.updated', fc.record({ sessionID, todos: fc.constantFrom([], [{ content: 'x' }]) })),
)

const frames = fc.array(event, { maxLength: 40 }).map((events) =>
  events.map((event, i): EngineFrame => ({
    server: 'daemon',
    epoch: 'e',
    seq: i + 1,
    event,
    directory: '/p',
  })),
)

function played(frames: readonly EngineFrame[]): { state: ServerState; live: LiveParts } {
  const state = emptyServer(sampleServer())
  state.transcripts['ses_1'] = emptyTranscript()
  const live: LiveParts = new Map()
  for (const frame of structuredClone([...frames])) {
    applyToLiveParts(live, frame.event)
    reduce(state, frame, live, 7)
  }
  return { state, live }
}

/** Which of several updates made a list entry first does not show: views order by id and time alone. */
function shown({ state, live }: ReturnType<typeof played>): unknown {
  return { state, live: Object.fromEntries(live) }
}

test('folding the events of one frame changes nothing of what is shown', () => {
  fc.assert(
    fc.property(frames, (frames) => {
      expect(shown(played(coalesce(frames)))).toEqual(shown(played(frames)))
    }),
    { numRuns: 1000 },
  )
})

test('what is passed over would have changed nothing', () => {
  let passed = 0
  fc.assert(
    fc.property(frames, (frames) => {
      const [before, last] = [frames.slice(0, -1), frames.at(-1)]
      const { state } = played(before)
      if (!last || changesState(state, last.event)) return
      passed += 1
      expect(played(frames).state).toEqual(state)
    }),
    { numRuns: 1000 },
  )
  expect(passed).toBeGreaterThan(10)
})

test('applying events a second time changes nothing but the text of deltas', () => {
  const whole = frames.map((list) => list.filter(({ event }) => event.type !== 'message.part.delta'))
  fc.assert(
    fc.property(whole, (frames) => {
      const last = frames.at(-1)
      fc.pre(last !== undefined)
      expect(played([...frames, ...(last ? [last] : [])]).state).toEqual(played(frames).state)
    }),
    { numRuns: 500 },
  )
})
