import { beforeEach, expect, test, vi } from 'vitest'
import { openEarly, readOpening, sessionAt } from './opening.ts'

const { opening } = vi.hoisted(() => ({ opening: vi.fn<(...given: unknown[]) => Promise<unknown>>() }))
vi.mock('./host.ts', () => ({ host: { opening } }))

const ref = { serverId: 'daemon', sessionId: 'ses_1' }

beforeEach(() => {
  opening.mockReset().mockImplementation(() => Promise.resolve(opening.mock.calls.length))
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
  expect(await readOpening(ref, 20)).toBe(1)
  expect(opening).toHaveBeenCalledTimes(1)
  expect(await readOpening(ref, 40)).toBe(2)
  expect(opening).toHaveBeenLastCalledWith('daemon', 'ses_1', 40)
})

test('another session than the early one is asked for, and the early one is not kept for later', async () => {
  openEarly('/servers/daemon/sessions/ses_1')
  expect(await readOpening({ ...ref, sessionId: 'ses_2' }, 20)).toBe(2)
  expect(await readOpening(ref, 20)).toBe(3)
})

test('an address of no session asks for nothing', () => {
  openEarly('/settings')
  expect(opening).not.toHaveBeenCalled()
})
