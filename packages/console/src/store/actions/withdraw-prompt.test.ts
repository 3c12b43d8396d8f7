import { beforeEach, expect, test, vi } from 'vitest'
import { ProblemError } from '../../sdk/problem.ts'
import { withdrawPrompt } from './withdraw-prompt.ts'

const { deleteMessage, message } = vi.hoisted(() => ({
  deleteMessage: vi.fn<(asked: object) => Promise<boolean>>(),
  message: vi.fn<() => unknown>(),
}))

vi.mock('../../sdk/answer.ts', () => ({ readAnswer: (_: string, __: string, answer: unknown) => answer }))
vi.mock('../../sdk/engine.ts', () => ({
  unwrap: (answer: unknown) => answer,
  engine: () => ({ session: { deleteMessage, message } }),
}))

const asked = { sessionID: 'ses_1', messageID: 'msg_a', directory: '/p' }
const absent = () => {
  throw new ProblemError({ code: 'NotFoundError', message: 'Message not found' }, 404)
}
const there = () => ({ info: { id: 'msg_a' }, parts: [] })

beforeEach(() => [deleteMessage, message].forEach((mock) => mock.mockReset()))

test('a prompt that waits is taken out; one that Kilo has begun with is not', async () => {
  message.mockImplementation(there)
  deleteMessage.mockResolvedValueOnce(true).mockResolvedValueOnce(false)
  expect(await withdrawPrompt('daemon', asked)).toBe(true)
  expect(deleteMessage.mock.lastCall?.[0]).toEqual({ ...asked, $query_queued: 'true' })
  expect(await withdrawPrompt('daemon', asked)).toBe(false)
})

test('a withdrawal of which the answer was lost has happened all the same', async () => {
  deleteMessage.mockRejectedValueOnce(new TypeError('cut off')).mockResolvedValueOnce(false)
  message.mockImplementation(absent)
  expect(await withdrawPrompt('daemon', asked)).toBe(true)
  expect(await withdrawPrompt('daemon', asked)).toBe(true)
})

test('what is still there after a failure is said to have failed', async () => {
  deleteMessage.mockRejectedValueOnce(new TypeError('cut off'))
  message.mockImplementation(there)
  await expect(withdrawPrompt('daemon', asked)).rejects.toThrow('cut off')
})
