import { expect, it, vi } from 'vitest'
import { makeRefresh } from './refresh.ts'

it('what is asked for while it is read is read once more, for all who asked', async () => {
  const ends: (() => void)[] = []
  const read = vi.fn(() => new Promise<void>((end) => ends.push(end)))
  const refresh = makeRefresh(read)
  const asked = [refresh(), refresh(), refresh()]
  expect(read).toHaveBeenCalledTimes(1)
  ends[0]?.()
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2))
  ends[1]?.()
  await Promise.all(asked)
  expect(read).toHaveBeenCalledTimes(2)
  const later = refresh()
  expect(read).toHaveBeenCalledTimes(3)
  ends[2]?.()
  await later
})
