import { afterEach, expect, test, vi } from 'vitest'
import { dismissToast, toasts } from '../ui/toast.ts'
import { deleteSession } from './delete-session.ts'

afterEach(() => toasts().forEach(({ id }) => dismissToast(id)))

const session = { serverId: 'daemon', sessionId: 'ses_1' }
const world = (remove = vi.fn(() => Promise.resolve())) => {
  const at = { key: 'daemon/ses_1' }
  return { at, remove, looking: () => at.key, leave: vi.fn(), onDeleted: vi.fn() }
}

test('whoever looks at the session is led away when it is gone', async () => {
  const means = world()
  await deleteSession(session, means)
  expect([means.leave.mock.calls.length, means.onDeleted.mock.calls.length]).toEqual([1, 1])
})

test('whoever has opened another one meanwhile stays there', async () => {
  const means = world()
  const deleting = deleteSession(session, means)
  means.at.key = 'daemon/ses_2'
  await deleting
  expect([means.leave.mock.calls.length, means.onDeleted.mock.calls.length]).toEqual([0, 1])
})

test('a failure is told and tried again by a press, and leads nowhere', async () => {
  const means = world(vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('gone')))
  await deleteSession(session, means)
  const [told] = toasts()
  expect([told?.title, means.leave.mock.calls.length]).toEqual(['Couldn’t delete the session: gone', 0])
  means.at.key = 'daemon/ses_2'
  told?.retry?.()
  await vi.waitFor(() => expect(means.onDeleted).toHaveBeenCalledOnce())
  expect([means.remove.mock.calls.length, means.leave.mock.calls.length]).toEqual([2, 0])
})
