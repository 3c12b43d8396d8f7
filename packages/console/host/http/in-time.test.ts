import { expect, it } from 'vitest'
import { inTime } from './in-time.ts'

it('says whether something was over in time, and fails as it does', async () => {
  expect(await inTime(Promise.resolve(5), 10_000)).toBe(true)
  expect(await inTime(new Promise(() => undefined), 1)).toBe(false)
  await expect(inTime(Promise.reject(new Error('why')), 10_000)).rejects.toThrow('why')
})
