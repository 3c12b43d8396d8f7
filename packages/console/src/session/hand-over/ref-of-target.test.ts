import { expect, test, vi } from 'vitest'
import { refOfTarget } from './ref-of-target.ts'

const folder = { kind: 'new', serverId: 'daemon', directory: '/p' } as const

function setUp(isClosed: boolean) {
  const create = vi.fn(() => Promise.resolve({ id: 'fresh' }))
  const remove = vi.fn(() => Promise.resolve())
  return { create, remove, parts: { create, remove, isClosed: () => isClosed } }
}

test('one that is there is taken, one in a folder is made', async () => {
  const { create, remove, parts } = setUp(false)
  const there = { kind: 'session', serverId: 'daemon', sessionId: 'old', directory: '/p' } as const
  expect(await refOfTarget(there, parts)).toEqual({ serverId: 'daemon', sessionId: 'old' })
  expect(create).not.toHaveBeenCalled()
  expect(await refOfTarget(folder, parts)).toEqual({ serverId: 'daemon', sessionId: 'fresh' })
  expect(remove).not.toHaveBeenCalled()
})

test('one that was made for a dialog that is closed is removed again', async () => {
  const { remove, parts } = setUp(true)
  expect(await refOfTarget(folder, parts)).toBeUndefined()
  expect(remove).toHaveBeenCalledWith({ serverId: 'daemon', sessionId: 'fresh' })
})
