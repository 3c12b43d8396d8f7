import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createWholes } from './create-wholes.ts'
import type { Searched } from './searched.ts'

function world(fails: string[] = []) {
  const [cut, setCut] = createSignal<readonly string[]>(['a', 'b', 'b'])
  const asked: string[] = []
  let shown = 0
  const showWhole = async (id: string) => {
    asked.push(id)
    await Promise.resolve()
    if (fails.includes(id)) return false
    setCut((ids) => ids.filter((each) => each !== id))
    return true
  }
  const texts = () => cut().map((messageId) => ({ messageId, cut: true }) as Searched)
  return createRoot((dispose) => ({
    dispose,
    asked,
    shown: () => shown,
    ...createWholes(texts, { showWhole, onShown: () => (shown += 1) }),
  }))
}

const settled = () => new Promise((resolve) => void setTimeout(resolve))

test('what is cut is counted, and read once, the newest first', async () => {
  const { cut, isReading, searchWhole, asked, shown } = world()
  expect(cut()).toBe(2)
  searchWhole()
  searchWhole()
  expect(isReading()).toBe(true)
  await settled()
  expect([asked, cut(), isReading(), shown()]).toEqual([['b', 'a'], 0, false, 2])
})

test('where one cannot be read it ends, and can be asked for again', async () => {
  const { cut, isReading, searchWhole, asked, shown } = world(['b'])
  searchWhole()
  await settled()
  expect([asked, cut(), isReading(), shown()]).toEqual([['b'], 2, false, 0])
})

test('when the search is over no more are read', async () => {
  const { searchWhole, asked, shown, dispose } = world()
  searchWhole()
  dispose()
  await settled()
  expect([asked, shown()]).toEqual([['b'], 0])
})
