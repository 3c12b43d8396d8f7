import { createRoot, createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { dismissToast, toasts } from '../../ui/toast.ts'
import type { Arrival } from './create-jump.ts'
import { createLinked } from './create-linked.ts'

afterEach(() => {
  for (const { id } of toasts()) dismissToast(id)
})

function world(first: string, ...arrivals: Arrival[]) {
  const [hash, setHash] = createSignal(first)
  const [isLoaded, setLoaded] = createSignal(false)
  const jumps: string[] = []
  const to = (id: string) => {
    jumps.push(id)
    return Promise.resolve(arrivals.shift() ?? 'there')
  }
  createRoot(() => createLinked({ to }, hash, isLoaded))
  return { jumps, setHash, setLoaded }
}

test('a link is followed when the session is there, and not again when it is read anew', () => {
  const { jumps, setLoaded } = world('#msg_1')
  expect(jumps).toEqual([])
  setLoaded(true)
  setLoaded(false)
  setLoaded(true)
  expect(jumps).toEqual(['msg_1'])
})

test('each link is followed, and one that was left is again', () => {
  const { jumps, setLoaded, setHash } = world('#msg_1')
  setLoaded(true)
  for (const hash of ['#msg_2', '', '#msg_2']) setHash(hash)
  expect(jumps).toEqual(['msg_1', 'msg_2', 'msg_2'])
})

test.each<[Arrival, string[]]>([
  ['there', []],
  ['left', []],
  ['nowhere', ['This message is not in the session']],
  ['failed', ['Couldn’t look for the message']],
])('a jump that ends %s is told as %j', async (arrival, titles) => {
  const { setLoaded } = world('#msg_1', arrival)
  setLoaded(true)
  await Promise.resolve()
  expect(toasts().map(({ title }) => title)).toEqual(titles)
})

test('where older messages could not be loaded it can be tried again', async () => {
  const { jumps, setLoaded } = world('#msg_1', 'failed')
  setLoaded(true)
  await Promise.resolve()
  toasts()[0]?.retry?.()
  expect(jumps).toEqual(['msg_1', 'msg_1'])
})
