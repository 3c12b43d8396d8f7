import type { Message, Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { countFresh } from './create-fresh.ts'

const transcript = (counts: Record<string, number>) => ({
  messages: Object.keys(counts).map((id) => ({ id }) as Message),
  parts: Object.fromEntries(
    Object.entries(counts).map(([id, count]) => [id, Array.from({ length: count }, () => ({}) as Part)]),
  ),
})

test.each([
  ['the reader follows', { a: 1 }, null, 0],
  ['nothing came', { a: 1, b: 2 }, { messageId: 'b', parts: 2 }, 0],
  ['the answer went on', { a: 1, b: 5 }, { messageId: 'b', parts: 2 }, 3],
  ['messages came', { a: 1, b: 2, c: 1, d: 9 }, { messageId: 'b', parts: 2 }, 2],
  ['a part was taken back', { a: 1, b: 1 }, { messageId: 'b', parts: 2 }, 0],
  ['what was seen is gone', { x: 1 }, { messageId: 'b', parts: 2 }, 0],
])('%s', (_, counts, seen, expected) => {
  expect(countFresh(transcript(counts), seen)).toBe(expected)
})
