import type { Message, Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { sampleServer } from '../../../shared/sample-server.ts'
import { emptyServer, emptyTranscript } from '../../store/types.ts'
import { choiceIn } from './choice-in.ts'
import { chooseAgent } from './session-choice.ts'

const model = (modelID: string) => ({ providerID: 'p', modelID })
const ref = (sessionId: string) => ({ serverId: 'daemon', sessionId })

function serverWith(id: string) {
  const server = emptyServer(sampleServer())
  server.sessions[id] = { id, agent: 'ask', model: { providerID: 'p', id: 'small' } } as Session
  return server
}

test('as the session says, where nobody has opened it', () =>
  expect(choiceIn(serverWith('a'), ref('a'))).toEqual({ agent: 'ask', model: model('small') }))

test('as its last prompt, where it is open', () => {
  const server = serverWith('b')
  const last = { id: 'msg_1', role: 'user', agent: 'plan', model: model('large') } as Message
  server.transcripts['b'] = { ...emptyTranscript(), messages: [last] }
  expect(choiceIn(server, ref('b'))).toEqual({ agent: 'plan', model: model('large') })
})

test('as it was chosen in its box', () => {
  chooseAgent(ref('c'), { name: 'code' })
  expect(choiceIn(serverWith('c'), ref('c'))).toEqual({ agent: 'code', model: model('small') })
})

test('of one that nobody knows, nothing: the engine decides', () => {
  expect(choiceIn(undefined, ref('d'))).toEqual({})
})
