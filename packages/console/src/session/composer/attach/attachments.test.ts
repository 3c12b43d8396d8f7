import { expect, test } from 'vitest'
import { attachLimits } from './attach-limits.ts'
import { roomProblem } from './attach-room.ts'
import { useAttachments } from './attachments.ts'

const picture = (n: number, size = 10) => ({
  name: `${n}.png`,
  mime: 'image/png',
  size,
  url: 'x'.repeat(size),
})
const many = (count: number) => Array.from({ length: count }, (_, n) => picture(n))
const fresh = (sessionId: string) => useAttachments({ serverId: 'daemon', sessionId })

test('there is room for so many, and for so much', () => {
  expect(roomProblem(many(attachLimits.count - 1), picture(1))).toBeUndefined()
  expect(roomProblem(many(attachLimits.count))).toContain('No more than')
  expect(roomProblem([picture(1, attachLimits.totalSize)], picture(2))).toContain('too much')
})

test('what is taken back is bounded as well, and what has no room is not lost', () => {
  const attachments = fresh('ses_attach_1')
  attachments.put(many(attachLimits.count + 6))
  expect(attachments.list()).toHaveLength(attachLimits.count)
  expect(attachments.refused()).toHaveLength(6)
  const [first] = attachments.refused()
  if (!first) throw new Error('none refused')
  attachments.accept(first)
  expect(attachments.list()).toHaveLength(attachLimits.count)
  expect(attachments.refused()).toHaveLength(6)
  expect(attachments.take()).toHaveLength(attachLimits.count)
  for (const refusal of attachments.refused()) attachments.accept(refusal)
  expect(attachments.list()).toHaveLength(6)
  expect(attachments.refused()).toEqual([])
})

test('of very many that are refused some are told, the others counted, and sending forgets them', async () => {
  const attachments = fresh('ses_attach_2')
  attachments.add(Array.from({ length: 50 }, (_, n) => new File([], `${n}.txt`)))
  await expect.poll(() => attachments.reading(), { timeout: 20_000 }).toBe(0)
  expect(attachments.refused()).toHaveLength(attachLimits.refusals)
  expect(attachments.refusedMore()).toBe(50 - attachLimits.refusals)
  attachments.take()
  expect([attachments.refused().length, attachments.refusedMore()]).toEqual([0, 0])
})

test('what is nowhere else is not among what is dismissed all at once', () => {
  const attachments = fresh('ses_attach_3')
  attachments.put(many(attachLimits.count + 1))
  attachments.dismissAll()
  expect(attachments.refused()).toHaveLength(1)
  attachments.remove(attachments.refused()[0]?.id ?? '')
  expect(attachments.refused()).toEqual([])
})
