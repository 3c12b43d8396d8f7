import type { Message, Session } from '@kilocode/sdk/v2/client'
import { createRoot } from 'solid-js'
import { createStore } from 'solid-js/store'
import { expect, test } from 'vitest'
import { createParted } from './create-parted.ts'

function setUp(revert?: Session['revert']) {
  const session = () => ({ title: 'Old', ...(revert && { revert: { ...revert } }) })
  const [state, set] = createStore({
    session: session(),
    messages: [{ id: 'm1' }, { id: 'm2' }] as Message[],
  })
  return createRoot((dispose) => {
    const parted = createParted(
      () => state.messages,
      () => state.session.revert,
    )
    return { parted, set, session, dispose, ids: () => parted().messages.map(({ id }) => id) }
  })
}

test('another session that says the same parts nothing again', () => {
  const { parted, set, session, ids, dispose } = setUp()
  const before = parted()
  set('session', () => ({ ...session(), title: 'New' }))
  expect(parted()).toBe(before)
  set('messages', 2, { id: 'm3' } as Message)
  expect(ids()).toEqual(['m1', 'm2', 'm3'])
  set('session', 'revert', { messageID: 'm2' })
  expect(ids()).toEqual(['m1'])
  set('session', session())
  set('session', 'revert', undefined)
  expect(ids()).toEqual(['m1', 'm2', 'm3'])
  dispose()
})

test('nor does what was taken back already; what is told otherwise of it does', () => {
  const { parted, set, session, dispose } = setUp({
    messageID: 'm2',
    snapshot: 's',
    diff: 'diff --git a b\n',
  })
  const before = parted()
  expect(before.reverted?.files).toBe(1)
  set('session', () => ({ ...session(), title: 'New' }))
  expect(parted()).toBe(before)
  set('session', 'revert', { messageID: 'm2', snapshot: 's', diff: '' })
  expect(parted().reverted?.files).toBe(0)
  set('session', 'revert', 'messageID', 'm1')
  expect(parted().messages).toEqual([])
  dispose()
})

test('what was taken back goes on from where it is told', () => {
  const { set, ids, dispose } = setUp({ messageID: 'm1' })
  expect(ids()).toEqual([])
  set('session', 'revert', { messageID: 'm2' })
  expect(ids()).toEqual(['m1'])
  dispose()
})
