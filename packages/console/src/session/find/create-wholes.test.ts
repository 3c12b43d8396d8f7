import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createWholes } from './create-wholes.ts'
import type { Searched } from './searched.ts'

function world(fails: string[] = [], all: readonly string[] = ['a', 'b', 'b']) {
  const [cut, setCut] = createSignal<readonly string[]>(all)
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

test('where one cannot be read the others are, and it can be asked for again', async () => {
  const fails = ['b']
  const { cut, isReading, couldNotRead, searchWhole, asked, shown } = world(fails)
  searchWhole()
  await settled()
  expect([asked, cut(), isReading(), couldNotRead(), shown()]).toEqual([['b', 'a'], 1, false, 1, 1])
  fails.length = 0
  searchWhole()
  await settled()
  expect([asked.slice(2), cut(), couldNotRead()]).toEqual([['b'], 0, 0])
})

test('where none can be read not all of them are asked for', async () => {
  const all = ['a', 'b', 'c', 'd', 'e']
  const { isReading, couldNotRead, searchWhole, asked } = world(all, all)
  searchWhole()
  await settled()
  expect([asked, isReading(), couldNotRead()]).toEqual([['e', 'd', 'c'], false, 3])
})

test('those that can never be read do not keep it from the others', async () => {
  const { cut, couldNotRead, searchWhole, asked } = world(['c', 'd', 'e'], ['a', 'b', 'c', 'd', 'e'])
  searchWhole()
  await settled()
  asked.length = 0
  searchWhole()
  await settled()
  expect([asked, cut(), couldNotRead()]).toEqual([['b', 'a', 'e', 'd', 'c'], 3, 3])
})

test('it can be stopped, and what was on its way is searched all the same', async () => {
  const { cut, isReading, couldNotRead, searchWhole, stopReading, asked, shown } = world()
  searchWhole()
  stopReading()
  expect(isReading()).toBe(false)
  await settled()
  expect([asked, cut(), couldNotRead(), shown()]).toEqual([['b'], 1, 0, 1])
  searchWhole()
  await settled()
  expect([asked, cut()]).toEqual([['b', 'a'], 0])
})

test('when the search is over no more are read', async () => {
  const { searchWhole, asked, shown, dispose } = world()
  searchWhole()
  dispose()
  await settled()
  expect([asked, shown()]).toEqual([['b'], 0])
})
