import type { Session } from '@kilocode/sdk/v2/client'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { sampleServer } from '../../../shared/sample-server.ts'
import { Model } from '../model.ts'
import { reduce } from '../reduce.ts'
import { rosterOf } from '../roster.ts'
import { emptyServer } from '../types.ts'
import { makeBranchActions } from './branches.ts'

const { fork, update } = vi.hoisted(() => ({
  fork: vi.fn<(asked: object) => unknown>(),
  update: vi.fn<(asked: object) => unknown>(),
}))

vi.mock('../../sdk/answer.ts', () => ({
  readAnswer: (_server: string, _kind: string, answer: unknown) => Promise.resolve(answer),
}))
vi.mock('../../sdk/engine.ts', () => ({
  unwrap: (answer: unknown) => Promise.resolve(answer),
  engine: () => ({ session: { fork, update } }),
}))

beforeEach(() => void vi.clearAllMocks())

const ref = { serverId: 'daemon', sessionId: 'ses_1' }
const session = (id: string, more: object = {}) =>
  ({ id, title: id, directory: '/p', time: { created: 1, updated: 1 }, ...more }) as Session

function setUp(more: object = {}) {
  const model = new Model({ status: 'done' })
  const server = emptyServer(sampleServer())
  server.sessions = { ses_1: session('ses_1', more), child: session('child', { parentID: 'ses_1' }) }
  model.set('servers', 'daemon', server)
  model.set('order', ['daemon'])
  fork.mockImplementation(() => Promise.resolve(session('copy')))
  const hear = (info: Session) =>
    model.change('daemon', (draft) => {
      const event = sampleEvent('session.updated', { sessionID: info.id, info })
      reduce(draft, { server: 'daemon', epoch: 'e', seq: 1, event }, new Map(), 1)
    })
  const listed = () => rosterOf(model.state).recent.map((entry) => entry.session.id)
  return { branches: makeBranchActions(model), hear, listed }
}

const reverted = { revert: { messageID: 'msg_3' } }

test.each([
  ['of all', {}, undefined, undefined],
  ['up to a prompt', reverted, 'msg_2', 'msg_2'],
  ['of all that was not taken back', reverted, undefined, 'msg_3'],
])('a copy %s', async (_, more, asked, sent) => {
  await setUp(more).branches.fork(ref, asked)
  expect(fork.mock.calls).toEqual([
    [{ sessionID: 'ses_1', directory: '/p', ...(sent && { messageID: sent }) }],
  ])
})

test('what was put away stays away, whatever is heard of it, until it is taken back', () => {
  const { branches, hear, listed } = setUp()
  const { takeBack } = branches.putAway(ref)
  expect(listed()).toEqual([])
  hear(session('ses_1', { title: 'Renamed' }))
  hear(session('child', { parentID: 'ses_1' }))
  expect(listed()).toEqual([])
  takeBack()
  expect(listed()).toEqual(['ses_1'])
})

test('what was archived is not listed, and neither are its subagents', async () => {
  const { branches, hear, listed } = setUp()
  await branches.putAway(ref).archive()
  expect(update.mock.calls[0]?.[0]).toMatchObject({ sessionID: 'ses_1', directory: '/p' })
  hear(session('child', { parentID: 'ses_1' }))
  expect(listed()).toEqual([])
})
