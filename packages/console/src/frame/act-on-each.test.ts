import { expect, test } from 'vitest'
import { actOnEach, nameFailed } from './act-on-each.ts'

/** Acts that end when they are told to. */
function setUp(items: number[]) {
  const open = new Map<number, { resolve: () => void; reject: (error: Error) => void }>()
  const begun: number[] = []
  const acts = actOnEach(items, (item) => {
    begun.push(item)
    return new Promise<void>((resolve, reject) => open.set(item, { resolve, reject }))
  })
  const turn = () => new Promise((done) => setTimeout(done))
  return { ...acts, begun, open, turn }
}

test('a few at a time, and one that fails holds up none', async () => {
  const { settled, begun, open, turn } = setUp([1, 2, 3, 4, 5, 6])
  expect(begun).toEqual([1, 2, 3, 4])
  open.get(2)?.reject(new Error('no'))
  await turn()
  expect(begun).toEqual([1, 2, 3, 4, 5])
  open.get(5)?.resolve()
  await turn()
  for (const { resolve } of open.values()) resolve()
  expect(await settled).toEqual([{ item: 2, error: new Error('no') }])
  expect(begun).toEqual([1, 2, 3, 4, 5, 6])
})

test('in a hurry the rest begins at once, each once, and is waited for', async () => {
  const { settled, rush, begun, open } = setUp([1, 2, 3, 4, 5, 6])
  rush()
  rush()
  expect(begun).toEqual([1, 2, 3, 4, 5, 6])
  open.get(6)?.reject(new Error('no'))
  for (const { resolve } of open.values()) resolve()
  expect((await settled).map(({ item }) => item)).toEqual([6])
})

test.each([
  [1, 1, 'the session'],
  [3, 3, '3 sessions'],
  [1, 3, '1 of 3 sessions'],
])('%i of %i: %s', (failed, all, words) => {
  expect(nameFailed(failed, all)).toBe(words)
})
