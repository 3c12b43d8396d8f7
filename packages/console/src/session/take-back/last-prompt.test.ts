import type { Message, Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { lastPromptOf } from './last-prompt.ts'

const you = (id: string) => ({ id, role: 'user' }) as Message
const kilo = (id: string) => ({ id, role: 'assistant' }) as Message
const partsOf = (id: string) =>
  (id === 'c' ? ['text', 'compaction'] : ['text']).map((type) => ({ type }) as Part)

test.each([
  ['the newest', [you('a'), kilo('b'), you('d'), kilo('e')], [], 'd'],
  ['not one that waits', [you('a'), kilo('b'), you('d'), you('f')], ['d', 'f'], 'a'],
  ['not where the context was shortened', [you('a'), kilo('b'), you('c'), kilo('d')], [], 'a'],
  ['none', [you('c'), kilo('d')], [], undefined],
])('%s', (_, messages, queued, id) => expect(lastPromptOf(messages, partsOf, queued)?.id).toBe(id))
