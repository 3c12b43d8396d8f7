import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createUntil } from './create-until.ts'

function world(first: boolean) {
  const [is, set] = createSignal(first)
  let looks = 0
  const { until, dispose } = createRoot((dispose) => ({ until: createUntil(), dispose }))
  const waiting = until(() => {
    looks += 1
    return is()
  })
  return { waiting, set, dispose, looks: () => looks }
}

test('what is so already is not waited for', async () => {
  const { waiting, set, looks } = world(true)
  await waiting
  set(false)
  expect(looks()).toBe(1)
})

test('it waits until it is so, and looks no more', async () => {
  const { waiting, set, looks } = world(false)
  set(true)
  await waiting
  set(false)
  expect(looks()).toBe(2)
})

test('nobody looks when its owner is gone', () => {
  const { set, dispose, looks } = world(false)
  dispose()
  set(true)
  expect(looks()).toBe(1)
})
