import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

function controlled() {
  const ends: { done: () => void; fail: () => void }[] = []
  const refresh = coalesce(
    () => new Promise<void>((done, reject) => ends.push({ done, fail: () => reject(new Error('no')) })),
  )
  return { ends, refresh }
}

test('asked while it runs: one more run for all, begun after they asked', async () => {
  const { ends, refresh } = controlled()
  const first = refresh()
  const [second, third] = [refresh(), refresh()]
  expect(second).toBe(third)
  expect(ends).toHaveLength(1)
  ends[0]?.done()
  await first
  await Promise.resolve()
  const fourth = refresh()
  expect(ends).toHaveLength(2)
  ends[1]?.done()
  await Promise.all([second, third])
  await Promise.resolve()
  ends[2]?.done()
  await fourth
})

test('a run that failed fails its own callers alone', async () => {
  const { ends, refresh } = controlled()
  const first = refresh()
  const second = refresh()
  ends[0]?.fail()
  await expect(first).rejects.toThrow('no')
  await new Promise(setImmediate)
  ends[1]?.done()
  await expect(second).resolves.toBeUndefined()
})
