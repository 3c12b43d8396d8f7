import { beforeEach, expect, test, vi } from 'vitest'
import { ImportLeftover, importSession } from './import-session.ts'

const { session, message, part, remove } = vi.hoisted(() => ({
  session: vi.fn<() => unknown>(),
  message: vi.fn<() => unknown>(),
  part: vi.fn<() => unknown>(),
  remove: vi.fn<(asked: object) => Promise<unknown>>(),
}))

vi.mock('./engine.ts', () => ({
  unwrap: (answer: unknown) => Promise.resolve(answer),
  engine: () => ({
    kilocode: { sessionImport: { session, message, part } },
    project: { current: () => ({ id: 'project' }) },
    session: { delete: remove },
  }),
}))

beforeEach(() => {
  for (const call of [session, message, part, remove]) call.mockReset()
  remove.mockResolvedValue({})
  session.mockReturnValue({})
})

const to = { serverId: 'daemon', directory: '/p' }
const messageOf = (id: string) => {
  const own = { timeCreated: 1, data: {} }
  return { ...own, id, parts: [{ ...own, id: `prt_${id}`, messageID: id }] }
}
const head = { sessionId: 'ses_1', title: 'T', slug: 's', version: '7', timeCreated: 1, timeUpdated: 1 }
const file = { ...head, messages: ['a', 'b', 'c'].map(messageOf) }

test('all of it is written, and said how far it is', async () => {
  const done: number[] = []
  await importSession(to, file, (count) => done.push(count), new AbortController().signal)
  expect(done).toEqual([1, 2, 3])
  expect([message, part].map((call) => call.mock.calls.length)).toEqual([3, 3])
  expect(remove).not.toHaveBeenCalled()
})

test.each([1, 3])('whoever stops it after message %i has nothing of it', async (when) => {
  const stop = new AbortController()
  const importing = importSession(to, file, (count) => count === when && stop.abort(), stop.signal)
  await expect(importing).rejects.toThrow(/abort/)
  expect(message).toHaveBeenCalledTimes(when)
  expect(remove.mock.calls).toEqual([[{ sessionID: 'ses_1', directory: '/p' }]])
})

test('what failed is removed', async () => {
  part.mockRejectedValueOnce(new Error('full'))
  const importing = importSession(to, file, () => undefined, new AbortController().signal)
  await expect(importing).rejects.toThrow('full')
  expect(remove).toHaveBeenCalledTimes(1)
})

test('what failed and could not be removed is told', async () => {
  part.mockRejectedValueOnce(new Error('full'))
  remove.mockRejectedValueOnce(new Error('gone'))
  const importing = importSession(to, file, () => undefined, new AbortController().signal)
  const error: unknown = await importing.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(ImportLeftover)
  expect(error).toMatchObject({
    message: 'full',
    hint: expect.stringContaining('partly imported session couldn’t be removed'),
  })
})

test('a session that was there before is left alone', async () => {
  session.mockReturnValue({ skipped: true })
  const importing = importSession(to, file, () => undefined, new AbortController().signal)
  await expect(importing).rejects.toThrow('there already')
  expect([message, remove].map((call) => call.mock.calls.length)).toEqual([0, 0])
})
