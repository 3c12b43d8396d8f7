import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dismissToast, toasts } from '../ui/toast.ts'
import { archiveSession, archiveSessions, UNDO_MS } from './archive-session.ts'

const ref = { serverId: 'daemon', sessionId: 'ses_1' }
const listeners = new Set<() => void>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => listeners.add(listener))
  vi.stubGlobal('removeEventListener', (_: string, listener: () => void) => listeners.delete(listener))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  listeners.clear()
  for (const { id } of toasts()) dismissToast(id)
})

function setUp(archive = vi.fn(() => Promise.resolve())) {
  const takeBack = vi.fn()
  const onUndo = vi.fn()
  archiveSession({ putAway: () => ({ takeBack, archive }) }, { ref, title: 'Old', onUndo })
  return { takeBack, onUndo, archive }
}

test('it is archived when nobody took it back in time', async () => {
  const { archive, takeBack } = setUp()
  await vi.advanceTimersByTimeAsync(UNDO_MS - 1)
  expect(archive).not.toHaveBeenCalled()
  expect(toasts()).toMatchObject([{ title: 'Archived “Old”', action: { title: 'Undo' } }])
  await vi.advanceTimersByTimeAsync(1)
  expect(archive).toHaveBeenCalledTimes(1)
  expect(takeBack).not.toHaveBeenCalled()
  expect(toasts()).toEqual([])
})

test('undo leaves it where it was', async () => {
  const { archive, takeBack, onUndo } = setUp()
  toasts()[0]?.action?.run()
  await vi.advanceTimersByTimeAsync(2 * UNDO_MS)
  expect(takeBack).toHaveBeenCalledTimes(1)
  expect(onUndo).toHaveBeenCalledTimes(1)
  expect(archive).not.toHaveBeenCalled()
  expect(listeners.size).toBe(0)
})

test('a page that is closed archives at once, and once', async () => {
  const { archive } = setUp()
  for (const listener of listeners) listener()
  await vi.advanceTimersByTimeAsync(2 * UNDO_MS)
  expect(archive).toHaveBeenCalledTimes(1)
})

test('one that could not be archived is back, and the failure offers another try', async () => {
  const { takeBack } = setUp(vi.fn(() => Promise.reject(new TypeError('Failed to fetch'))))
  await vi.advanceTimersByTimeAsync(UNDO_MS)
  expect(takeBack).toHaveBeenCalledTimes(1)
  expect(toasts()[0]?.title).toMatch(/^Couldn’t archive the session/)
  expect(toasts()[0]?.retry).toBeDefined()
})

test('several go and come back together; what could not be archived comes back alone', async () => {
  const takeBack = vi.fn()
  const archive = vi.fn(() => Promise.resolve())
  const broken = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
  const putAway = vi.fn(({ sessionId }: { sessionId: string }) => ({
    takeBack: () => void takeBack(sessionId),
    archive: sessionId === 'ses_2' ? broken : archive,
  }))
  const refs = ['ses_1', 'ses_2'].map((sessionId) => ({ serverId: 'daemon', sessionId }))
  archiveSessions({ putAway }, refs)
  expect(toasts()).toMatchObject([{ title: 'Archived 2 sessions' }])
  toasts()[0]?.action?.run()
  expect(takeBack.mock.calls).toEqual([['ses_1'], ['ses_2']])
  takeBack.mockClear()
  archiveSessions({ putAway }, refs)
  await vi.advanceTimersByTimeAsync(UNDO_MS)
  expect(archive).toHaveBeenCalledTimes(1)
  expect(takeBack.mock.calls).toEqual([['ses_2']])
  expect(toasts().map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Couldn’t archive 1 of 2 sessions: /),
  ])
  toasts()[0]?.retry?.()
  expect(putAway).toHaveBeenCalledTimes(5)
  expect(putAway).toHaveBeenLastCalledWith(refs[1])
  expect(toasts().at(-1)?.title).toBe('Archived 1 session')
})

test('all that could not be archived are told of once, and tried again together', async () => {
  const archive = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
  const putAway = vi.fn(() => ({ takeBack: () => undefined, archive }))
  const refs = ['1', '2', '3', '4', '5', '6'].map((sessionId) => ({ serverId: 'daemon', sessionId }))
  archiveSessions({ putAway }, refs)
  await vi.advanceTimersByTimeAsync(UNDO_MS)
  expect(archive).toHaveBeenCalledTimes(6)
  expect(toasts()).toMatchObject([
    { title: expect.stringMatching(/^Couldn’t archive 6 sessions: /) as string },
  ])
  toasts()[0]?.retry?.()
  expect(putAway).toHaveBeenCalledTimes(12)
})

test('a page that is closed archives all of them at once, a few being on their way or not', async () => {
  const archive = vi.fn(() => new Promise<void>(() => undefined))
  const refs = ['1', '2', '3', '4', '5', '6'].map((sessionId) => ({ serverId: 'daemon', sessionId }))
  const leave = () => listeners.forEach((listener) => listener())
  archiveSessions({ putAway: () => ({ takeBack: () => undefined, archive }) }, refs)
  leave()
  expect(archive).toHaveBeenCalledTimes(6)
  archiveSessions({ putAway: () => ({ takeBack: () => undefined, archive }) }, refs)
  await vi.advanceTimersByTimeAsync(UNDO_MS)
  expect(archive).toHaveBeenCalledTimes(10)
  leave()
  expect(archive).toHaveBeenCalledTimes(12)
})
