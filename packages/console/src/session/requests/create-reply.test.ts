import { expect, test, vi } from 'vitest'
import { createReply } from './create-reply.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('a second press before the first has ended sends nothing', async () => {
  const act = vi.fn(() => Promise.resolve())
  const { send, busy, sent } = createReply<string>(act)
  send('once')
  send('always')
  expect(busy()).toBe(true)
  await settled()
  expect(act.mock.calls).toEqual([['once']])
  expect([busy(), sent()]).toEqual([false, 'once'])
})

test('what failed stays, with its answer, until another try succeeds', async () => {
  const act = vi.fn(() => Promise.resolve())
  act.mockRejectedValueOnce(new Error('gone'))
  const { send, retry, busy, problem } = createReply<string>(act)
  send('once')
  await settled()
  expect(problem()?.message).toBe('gone')
  retry()
  expect([problem(), busy()]).toEqual([undefined, true])
  await settled()
  expect(act.mock.calls).toEqual([['once'], ['once']])
  expect(problem()).toBeUndefined()
})

test('without an answer there is nothing to try again', async () => {
  const act = vi.fn(() => Promise.resolve())
  createReply<string>(act).retry()
  await settled()
  expect(act).not.toHaveBeenCalled()
})
