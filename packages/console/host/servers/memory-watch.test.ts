import { expect, test } from 'vitest'
import { makeMemoryWatch } from './memory-watch.ts'

test('warns above the limit, and until it is well below', () => {
  const isTooMuch = makeMemoryWatch()
  const seen = [100, 101, 99, 91, 90, 99, 101, undefined, 95].map((bytes) => isTooMuch(bytes, 100))
  expect(seen).toEqual([false, true, true, true, false, false, true, false, false])
})
