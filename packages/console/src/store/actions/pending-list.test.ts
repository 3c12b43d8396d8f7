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
  const settled: string[] = []
  for (const { id } of pending) void list.untilSettled(ref, id).then(() => settled.push(id))
  return { list, settled, model }
}

test('a prompt is settled when it has arrived, has failed, or was given up', async () => {
  const { list, settled } = setUp()
  await Promise.resolve()
  expect(settled).toEqual([])
  list.remove(ref, 'msg_a')
  await Promise.resolve()
  expect(settled).toEqual(['msg_a'])
  list.setProblem(ref, 'msg_b', PROBLEM)
  await Promise.resolve()
  expect(settled).toEqual(['msg_a', 'msg_b'])
})

test('nobody waits for a transcript that is put away', async () => {
  const { model, settled } = setUp()
  model.change('daemon', (draft) => void delete draft.transcripts['ses_1'])
  await Promise.resolve()
  expect(settled).toEqual(['msg_a', 'msg_b', 'msg_c'])
})
