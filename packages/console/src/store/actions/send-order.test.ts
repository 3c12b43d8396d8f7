import { expect, test } from 'vitest'
import { SendOrder, type Turn } from './send-order.ts'

const ref = { serverId: 'daemon', sessionId: 'ses_1' }

function setUp() {
  const order = new SendOrder()
  const turns: [name: string, after: Turn['after']][] = []
  const leave: Record<string, () => void> = {}
  const wait = async (name: string, of: typeof ref) => {
    const turn = await order.turn(of)
    turns.push([name, turn.after])
    leave[name] = turn.leave
  }
  const take = (name: string, of = ref) => void wait(name, of)
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return { order, turns, leave, take, settle }
}

test('one after the other, each when the one before has left; another session at once', async () => {
  const { turns, leave, take, settle } = setUp()
  for (const name of ['a', 'b', 'c']) take(name)
  take('elsewhere', { ...ref, sessionId: 'ses_2' })
  await settle()
  expect(turns).toEqual([
    ['a', 'at-once'],
    ['elsewhere', 'at-once'],
  ])
  leave['a']?.()
  leave['a']?.()
  await settle()
  expect(turns.slice(2)).toEqual([['b', 'waited']])
  leave['b']?.()
  await settle()
  expect(turns.slice(3)).toEqual([['c', 'waited']])
  leave['c']?.()
  await settle()
  take('d')
  await settle()
  expect(turns.at(-1)).toEqual(['d', 'at-once'])
})

test('what waits when the session is stopped does not go; what comes after that still waits for what went before', async () => {
  const { order, turns, leave, take, settle } = setUp()
  for (const name of ['a', 'b']) take(name)
  await settle()
  order.stop(ref)
  await settle()
  expect(turns.at(-1)).toEqual(['b', 'stopped'])
  take('c')
  await settle()
  expect(turns).toHaveLength(2)
  leave['b']?.()
  await settle()
  expect(turns).toHaveLength(2)
  leave['a']?.()
  await settle()
  expect(turns.at(-1)).toEqual(['c', 'waited'])
  order.stop({ ...ref, sessionId: 'ses_3' })
})
