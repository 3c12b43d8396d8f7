import { createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { createTakingBack } from './create-taking-back.ts'
import type { Asked } from './take-back.ts'

interface End {
  resolve: (follow: (() => void) | undefined) => void
  reject: (error: Error) => void
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

function setUp() {
  const [asked, setAsked] = createSignal<Asked>()
  const ask = (next: Asked | undefined) => void setAsked(next)
  const first: Asked = { messageId: 'a', edit: false }
  const second: Asked = { messageId: 'b', edit: false }
  const failed = vi.fn<(error: unknown, again: () => void) => void>()
  let begin = () => {}
  let isWanted = () => true
  const ends: End[] = []
  const act = vi.fn((_: Asked, wanted: () => boolean, began: () => void) => {
    begin = began
    isWanted = wanted
    return new Promise<(() => void) | undefined>((resolve, reject) => ends.push({ resolve, reject }))
  })
  const taking = createTakingBack({ dialog: { asked, ask }, act, failed })
  ask(first)
  taking.run(first)
  return { asked, ask, first, second, failed, act, taking, ends, begin, isWanted: () => isWanted() }
}

test('while Kilo is being stopped it can be called off', () => {
  const { taking, asked, isWanted } = setUp()
  expect([taking.busy(), taking.isFinal()]).toEqual([true, false])
  taking.close()
  expect([asked(), isWanted()]).toEqual([undefined, false])
})

test('while the engine takes it back the dialog stays until that is known', async () => {
  const { taking, asked, first, begin, ends } = setUp()
  begin()
  taking.close()
  expect([asked(), taking.isFinal()]).toEqual([first, true])
  const follow = vi.fn(() => expect(asked()).toBeUndefined())
  ends[0]?.resolve(follow)
  await settled()
  expect([asked(), taking.busy(), taking.isFinal()]).toEqual([undefined, false, false])
  expect(follow).toHaveBeenCalledTimes(1)
})

test.each([
  ['ends', (end: End) => end.resolve(undefined)],
  ['fails', (end: End) => end.reject(new Error('gone'))],
])('one that was called off and %s leaves the question that is asked by then', async (_, finish) => {
  const { taking, asked, ask, second, ends } = setUp()
  taking.close()
  ask(second)
  expect(taking.busy()).toBe(false)
  for (const end of ends) finish(end)
  await settled()
  expect(asked()).toBe(second)
})

test('a second press does nothing, and a failure is told with another try', async () => {
  const { taking, asked, first, act, ends, failed } = setUp()
  taking.run(first)
  expect(act).toHaveBeenCalledTimes(1)
  ends[0]?.reject(new Error('gone'))
  await settled()
  expect(asked()).toBeUndefined()
  failed.mock.calls[0]?.[1]()
  expect(asked()).toBe(first)
})
