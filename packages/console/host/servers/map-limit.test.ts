import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapLimit } from './map-limit.ts'

test('answers come in order, every item is worked on once, and never more than the width at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 5 }), async (items, width) => {
      let running = 0
      let most = 0
      const results = await mapLimit(width, items, async (item) => {
        running += 1
        most = Math.max(most, running)
        await Promise.resolve()
        running -= 1
        return item * 2
      })
      expect(results).toEqual(items.map((item) => item * 2))
      expect(most).toBeLessThanOrEqual(width)
    }),
  )
})

test('the first failure is the answer', async () => {
  await expect(mapLimit(2, [1, 2], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
