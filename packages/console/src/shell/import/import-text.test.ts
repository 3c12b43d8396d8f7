import { expect, test } from 'vitest'
import { importText } from './import-text.ts'

const messages = (count: number) =>
  Array.from({ length: count }, () => ({ id: '', timeCreated: 0, data: {}, parts: [] }))

test.each([
  [{ messages: messages(1), attachments: 0, dropped: 0, compactions: 0 }, /^1 message, .* did\. Costs/],
  [
    { messages: messages(2), attachments: 1, dropped: 0, compactions: 0 },
    /^2 messages, .* Of 1 attachment only the names/,
  ],
  [
    { messages: messages(2), attachments: 0, dropped: 3, compactions: 0 },
    /3 pieces that could not be read are left out/,
  ],
  [
    { messages: messages(2), attachments: 0, dropped: 0, compactions: 1 },
    /It was compacted 1 time; here, Kilo reads all of it\./,
  ],
])('%o', (plan, words) => expect(importText(plan)).toMatch(words))
