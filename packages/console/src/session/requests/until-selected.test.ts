import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { untilSelected } from './until-selected.ts'

test('the next one that is named, the same as before too', async () => {
  const [selected, select] = createSignal<{ sessionId: string } | undefined>({ sessionId: 'a' })
  const { session } = untilSelected(selected)
  select({ sessionId: 'a' })
  select({ sessionId: 'b' })
  expect(await session).toBe('a')
})

test('none after a while', async () => {
  expect(await untilSelected(() => undefined, 0).session).toBeUndefined()
})

test('none when nobody waits any more', async () => {
  const { session, stop } = untilSelected(() => undefined)
  stop()
  expect(await session).toBeUndefined()
})
