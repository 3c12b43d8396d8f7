import type { Session } from '@kilocode/sdk/v2/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { sampleServer } from '../../../shared/sample-server.ts'
import { Model } from '../model.ts'
import { reduceTranscript } from '../reduce-transcript.ts'
import { emptyServer, emptyTranscript } from '../types.ts'
import { SessionActions } from './sessions.ts'

const { promptAsync, update, abort, reply, reject } = vi.hoisted(() => ({
  abort: vi.fn<() => unknown>(),
  reply: vi.fn<(asked: { requestID: string; reply: string }) => unknown>(),
  reject: vi.fn<(asked: { requestID: string }) => unknown>(),
  promptAsync: vi.fn<(prompt: { messageID: string }) => unknown>(),
  update: vi.fn<() => unknown>(),
}))

vi.mock('../../sdk/answer.ts', () => ({
  readAnswer: (_server: string, _kind: string, answer: unknown) => Promise.resolve(answer),
}))
vi.mock('../../sdk/engine.ts', () => ({
  unwrap: (answer: unknown) => Promise.resolve(answer),
  engine: () => ({ session: { promptAsync, update, abort }, permission: { reply }, question: { reject } }),
}))

// Ids of messages begin anew every other year: those below are of this round.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_795_673_832_000 }))
afterEach(() => void vi.useRealTimers())

const ref = { serverId: 'daemon', sessionId: 'ses_1' }
const session = (updated: number, title = 'Old') =>
  ({ id: 'ses_1', title, directory: '/p', time: { created: 1, updated } }) as Session

function setUp() {
  const model = new Model({ status: 'done' })
  const server = emptyServer(sampleServer())
  server.sessions['ses_1'] = session(1_795_673_831_171)
  server.transcripts['ses_1'] = emptyTranscript()
  model.set('servers', 'daemon', server)
  const hear = (...events: EngineEvent[]) =>
    model.changeTranscript('daemon', 'ses_1', (draft) =>
      events.forEach((event) => reduceTranscript(draft, event, new Map())),
    )
  const pending = () => model.state.servers['daemon']?.transcripts['ses_1']?.pending.map(({ text }) => text)
  return { model, actions: new SessionActions(model), hear, pending }
}

/** The two events with which the engine tells of a prompt. */
function arrived(id: string, text: string): EngineEvent[] {
  const info = { id, sessionID: 'ses_1', role: 'user', time: { created: 1 } }
  const part = { id: `prt_${id}`, sessionID: 'ses_1', messageID: id, type: 'text', text }
  return [
    sampleEvent('message.updated', { sessionID: 'ses_1', info }),
    sampleEvent('message.part.updated', { sessionID: 'ses_1', part }),
  ]
}

test('fault 64: a prompt that is worded like an earlier one waits for its own message', async () => {
  const { actions, hear, pending } = setUp()
  hear(...arrived('msg_216803703001CwRKDCjp5g3Wor', 'go on'))
  await actions.prompt(ref, 'go on', {})
  const id = promptAsync.mock.lastCall?.[0].messageID ?? ''
  expect(id > 'msg_216803703001CwRKDCjp5g3Wor').toBe(true)
  // The engine tells of the earlier one once more: it was counted, its files were noted.
  hear(...arrived('msg_216803703001CwRKDCjp5g3Wor', 'go on'))
  expect(pending()).toEqual(['go on'])
  hear(...arrived(id, 'go on'))
  expect(pending()).toEqual([])
})

test('two prompts in a row ascend, and each goes when its own message has come', async () => {
  const { actions, hear, pending } = setUp()
  await actions.prompt(ref, 'first', {})
  const first = promptAsync.mock.lastCall?.[0].messageID ?? ''
  const second = actions.prompt(ref, 'second', {})
  expect(pending()).toEqual(['first', 'second'])
  hear(...arrived(first, 'first, as the engine words it'))
  expect(pending()).toEqual(['second'])
  await second
  const next = promptAsync.mock.lastCall?.[0].messageID ?? ''
  expect(first < next).toBe(true)
  hear(...arrived(next, 'second'))
  expect(pending()).toEqual([])
})

test('a prompt whose answer was lost is settled by its message', async () => {
  const { model, actions, hear } = setUp()
  promptAsync.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await actions.prompt(ref, 'did it arrive', {})
  const pending = () => model.state.servers['daemon']?.transcripts['ses_1']?.pending
  expect(pending()).toMatchObject([{ problem: { code: 'host-unreachable' } }])
  hear(...arrived(pending()?.[0]?.id ?? '', 'did it arrive'))
  expect(pending()).toEqual([])
})

test('fault 64: an answer that comes after the news of a later change does not bring the old back', async () => {
  const { model, actions } = setUp()
  update.mockReturnValueOnce(session(5, 'Mine'))
  model.set('servers', 'daemon', 'sessions', 'ses_1', session(6, 'Of another window'))
  await actions.rename(ref, 'Mine')
  expect(model.state.servers['daemon']?.sessions['ses_1']?.title).toBe('Of another window')
})

test('fault 66: stopping takes back what the session and its subagents asked, and nothing else', async () => {
  const { model, actions } = setUp()
  const asked = (id: string, sessionID: string) => ({ id, sessionID, directory: '/p' })
  model.change('daemon', (draft) => {
    draft.sessions['child'] = { ...session(1), id: 'child', parentID: 'ses_1' }
    draft.permissions = {
      per_1: asked('per_1', 'ses_1'),
      per_2: asked('per_2', 'child'),
      per_3: asked('per_3', 'other'),
    } as never
    draft.questions = { que_1: asked('que_1', 'ses_1') } as never
  })
  reject.mockRejectedValueOnce(new Error('404: somebody answered it'))
  await actions.stop(ref)
  expect(abort).toHaveBeenCalledTimes(1)
  expect(reply.mock.calls.map(([{ requestID, reply }]) => `${requestID} ${reply}`)).toEqual([
    'per_1 reject',
    'per_2 reject',
  ])
  expect(reject.mock.calls.map(([{ requestID }]) => requestID)).toEqual(['que_1'])
})
