import { expect, test } from 'vitest'
import { sampleServer } from '../../../shared/sample-server.ts'
import { Model } from '../model.ts'
import { emptyServer, emptyTranscript } from '../types.ts'
import { PendingList } from './pending-list.ts'

const ref = { serverId: 'daemon', sessionId: 'ses_1' }
const PROBLEM = { code: 'not-arrived', message: 'lost' }

function setUp() {
  const model = new Model({ status: 'done' })
  const server = emptyServer(sampleServer())
  const pending = ['msg_a', 'msg_b', 'msg_c'].map((id) => ({
    id,
    text: id,
    extras: [],
    sentAt: 1,
    choice: {},
  }))
  server.transcripts['ses_1'] = { ...emptyTranscript(), pending }
  model.set('servers', 'daemon', server)
  const list = new PendingList(model)
  const first: string[] = []
  for (const { id } of pending) void list.untilFirst(ref, id).then(() => first.push(id))
  const settle = () => Promise.resolve()
  return { list, first, settle, model }
}

test('prompts go one after the other: the next when the engine has the one before, or has lost it', async () => {
  const { list, first, settle } = setUp()
  await settle()
  expect(first).toEqual(['msg_a'])
  list.remove(ref, 'msg_a')
  await settle()
  expect(first).toEqual(['msg_a', 'msg_b'])
  list.setProblem(ref, 'msg_b', PROBLEM)
  await settle()
  expect(first).toEqual(['msg_a', 'msg_b', 'msg_c'])
})

test('a transcript that is put away holds nobody up', async () => {
  const { model, first, settle } = setUp()
  model.change('daemon', (draft) => void delete draft.transcripts['ses_1'])
  await settle()
  expect(first).toEqual(['msg_a', 'msg_b', 'msg_c'])
})
