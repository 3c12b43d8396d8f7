import type { Message } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { contextTone, contextUseOf } from './context-use.ts'

const answer = (input: number, read = 0) =>
  ({
    role: 'assistant',
    providerID: 'acme',
    modelID: 'm',
    tokens: { input, output: input && 10, reasoning: 0, cache: { read, write: 0 } },
  }) as Message

test('the newest answer that was counted tells', () => {
  const user = { role: 'user' } as Message
  expect(contextUseOf([])).toBeNull()
  expect(contextUseOf([user, answer(0)])).toBeNull()
  expect(contextUseOf([user, answer(5), user, answer(100, 900), user, answer(0)])).toMatchObject({
    tokens: 1010,
    cached: 900,
    model: { providerID: 'acme', modelID: 'm' },
  })
})

test.each([
  [10, 0, 'grey'],
  [79, 100, 'grey'],
  [80, 100, 'amber'],
  [95, 100, 'red'],
])('%i of %i is %s', (tokens, limit, tone) => {
  expect(contextTone(tokens, limit)).toBe(tone)
})
