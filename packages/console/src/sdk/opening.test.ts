import { beforeEach, expect, test, vi } from 'vitest'
import { earlyServer, openEarly, readOpening, sessionAt } from './opening.ts'

const { opening, asked } = vi.hoisted(() => ({
  opening: vi.fn<(...given: unknown[]) => Promise<unknown>>(),
  asked: [] as unknown[],
}))
vi.mock('./host.ts', () => ({ host: { opening } }))
vi.mock('./message-page.ts', () => ({
  messagePage: async (...given: unknown[]) => {
    asked.push(given)
    return { messages: ['all'], older: 'before' }
  },
}))
vi.mock('./engine.ts', () => ({
  engine: () => ({ session: { todo: (place: unknown) => place, diff: (place: unknown) => place } }),
}))
vi.mock('./answer.ts', () => ({
  readAnswer: async (...given: unknown[]) => {
    asked.push(given)
    return [given[1]]
  },
}))

const session = { id: 'ses_1', directory: '/p' }
const whole = { epoch: 'a', session, page: { messages: ['newest'], older: null }, todos: [], diffs: [] }
const ref = { serverId: 'daemon', sessionId: 'ses_1' }

beforeEach(() => {
  asked.length = 0
  opening.mockReset().mockImplementation(() => Promise.resolve({ ...whole, seq: opening.mock.calls.length }))
})

test.each([
  ['/servers/daemon/sessions/ses_1', ref],
  ['/servers/daemon/sessions/ses_1/', ref],
  ['/servers/daemon/sessions/', undefined],
  ['/servers/daemon/sessions/ses_1/more', undefined],
  ['/servers/daemon/terminals/pty_1', undefined],
  ['/servers/a%2Fb/sessions/ses_1', undefined],
  ['/', undefined],
])('%s names %j', (path, found) => {
  expect(sessionAt(path)).toEqual(found)
})

test('what was asked for early is asked once, and taken once', async () => {
  openEarly('/servers/daemon/sessions/ses_1')
  expect(await readOpening(ref, 20)).toMatchObject({ seq: 1 })
  expect(opening).toHaveBeenCalledTimes(1)
  expect(await readOpening(ref, 40)).toMatchObject({ seq: 2 })
  expect(opening).toHaveBeenLastCalledWith('daemon', 'ses_1', 40, undefined)
})

test('an early answer that is there already is given in a later task than the one that takes it', async () => {
  openEarly('/servers/daemon/sessions/ses_1')
  await earlyServer()
  let isGiven = false
  const read = readOpening(ref, 20).then(() => (isGiven = true))
  for (let turn = 0; turn < 100; turn++) await Promise.resolve()
  expect(isGiven).toBe(false)
  await read
})

test('another session than the early one is asked for, and the early one is not kept for later', async () => {
  openEarly('/servers/daemon/sessions/ses_1')
  expect(await readOpening({ ...ref, sessionId: 'ses_2' }, 20)).toMatchObject({ seq: 2 })
  expect(await readOpening(ref, 20)).toMatchObject({ seq: 3 })
})

test('the server of what was asked for early is known before anybody takes it, and a failure is that of whoever does', async () => {
  expect(await earlyServer()).toBeUndefined()
  opening.mockResolvedValueOnce({ ...whole, seq: 1, server: { id: 'daemon' } })
  openEarly('/servers/daemon/sessions/ses_1')
  expect(await earlyServer()).toEqual({ id: 'daemon' })
  expect(await readOpening(ref, 20)).toMatchObject({ seq: 1 })
  opening.mockRejectedValueOnce(new Error('late'))
  openEarly('/servers/daemon/sessions/ses_1')
  expect(await earlyServer()).toBeUndefined()
  await expect(readOpening(ref, 20)).rejects.toThrow('late')
})

test('an address of no session asks for nothing', () => {
  openEarly('/settings')
  expect(opening).not.toHaveBeenCalled()
})

test('who has read it names the place, and hears of nothing if nothing has happened', async () => {
  opening.mockResolvedValue(undefined)
  expect(await readOpening(ref, 20, { epoch: 'e', seq: 7 })).toBeUndefined()
  expect(opening).toHaveBeenCalledWith('daemon', 'ses_1', 20, 'e:7')
})

test('a whole answer is taken as it is', async () => {
  expect(await readOpening(ref, 20)).toEqual({
    epoch: 'a',
    seq: 1,
    session,
    messages: ['newest'],
    older: null,
    todos: [],
    diffs: [],
  })
  expect(asked).toEqual([])
})

test('what the host left out is asked for by itself, in the session’s folder, and nothing else', async () => {
  opening.mockResolvedValue({ ...whole, seq: 1, page: null, diffs: null })
  expect(await readOpening(ref, 20)).toMatchObject({
    messages: ['all'],
    older: 'before',
    todos: [],
    diffs: ['diffs'],
  })
  expect(asked).toEqual([
    [ref, 20],
    ['daemon', 'diffs', { sessionID: 'ses_1', directory: '/p' }],
  ])
})
