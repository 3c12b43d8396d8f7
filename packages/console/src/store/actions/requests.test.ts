import { beforeEach, expect, test, vi } from 'vitest'
import { sampleServer } from '../../../shared/sample-server.ts'
import { Model } from '../model.ts'
import { emptyServer, type Permission, type Question } from '../types.ts'
import { makeRequestActions } from './requests.ts'

const { reply, saveAlwaysRules, question, suggestion } = vi.hoisted(() => ({
  question: { reply: vi.fn<(answer: object) => unknown>(), reject: vi.fn<(answer: object) => unknown>() },
  suggestion: { accept: vi.fn<(answer: object) => unknown>(), dismiss: vi.fn<(answer: object) => unknown>() },
  reply: vi.fn<(answer: object) => Promise<unknown>>(),
  saveAlwaysRules: vi.fn<(answer: object) => Promise<unknown>>(),
}))

vi.mock('../../sdk/engine.ts', () => ({
  unwrap: (answer: unknown) => Promise.resolve(answer),
  engine: () => ({ permission: { reply, saveAlwaysRules }, question, suggestion }),
}))

beforeEach(() => void vi.clearAllMocks())

const asked = { requestID: 'per_1', directory: '/p' }
const request = (metadata: object = {}) =>
  ({ id: 'per_1', sessionID: 's', permission: 'bash', directory: '/p', metadata }) as Permission

function setUp() {
  const model = new Model({ status: 'done' })
  model.set('servers', 'daemon', { ...emptyServer(sampleServer()), permissions: { per_1: request() } })
  const left = () => Object.keys(model.state.servers['daemon']?.permissions ?? {})
  return { actions: makeRequestActions(model), left }
}

test('an answer takes the request off the page', async () => {
  const { actions, left } = setUp()
  await actions.replyPermission('daemon', request(), 'reject', 'no')
  expect(reply.mock.calls).toEqual([[{ ...asked, reply: 'reject', message: 'no' }]])
  expect(left()).toEqual([])
})

test('what a person alone may allow is said to be allowed by one', async () => {
  await setUp().actions.replyPermission('daemon', request({ sandboxEscalation: true }), 'once')
  expect(reply.mock.calls).toEqual([[{ ...asked, reply: 'once', $body_interactive: true }]])
})

test('the rules that were chosen are written before the call goes on', async () => {
  const { actions, left } = setUp()
  await actions.allowAlways('daemon', request(), ['rm *'])
  expect(saveAlwaysRules.mock.calls).toEqual([[{ ...asked, approvedAlways: ['rm *'] }]])
  expect(reply.mock.calls).toEqual([[{ ...asked, reply: 'once' }]])
  expect(left()).toEqual([])
})

test('a call whose rules could not be written waits on', async () => {
  const { actions, left } = setUp()
  saveAlwaysRules.mockRejectedValueOnce(new Error('broken configuration'))
  await expect(actions.allowAlways('daemon', request(), ['rm *'])).rejects.toThrow('broken')
  expect(reply).not.toHaveBeenCalled()
  expect(left()).toEqual(['per_1'])
})

const place = { requestID: 'que_1', directory: '/p' }
const asks = (more: object = {}) =>
  ({
    id: 'que_1',
    sessionID: 's',
    directory: '/p',
    questions: [{ question: '?', header: '', options: [{ label: 'A' }, { label: 'B' }] }],
    ...more,
  }) as Question

test('a question is answered in words, a suggestion by its action', async () => {
  const { actions } = setUp()
  await actions.answer('daemon', asks(), [['B']])
  expect(question.reply.mock.calls).toEqual([[{ ...place, answers: [['B']] }]])
  await actions.answer('daemon', asks({ suggests: true }), [['B']])
  expect(suggestion.accept.mock.calls).toEqual([[{ ...place, index: 1 }]])
})

test('each is dismissed by its own name', async () => {
  const { actions } = setUp()
  await actions.dismiss('daemon', asks())
  await actions.dismiss('daemon', asks({ suggests: true }))
  expect(question.reject.mock.calls).toEqual([[place]])
  expect(suggestion.dismiss.mock.calls).toEqual([[place]])
})
