import { expect, test } from 'vitest'
import { importText } from './import-text.ts'

const messages = (count: number) =>
  Array.from({ length: count }, () => ({ id: '', timeCreated: 0, data: {}, parts: [] }))

const of = (count: number, more: object = {}) => ({
  messages: messages(count),
  attachments: 0,
  dropped: 0,
  compactions: 0,
  takenBack: 0,
  ...more,
})

test.each([
  [of(1), /^1 message, .* did\. Costs/],
  [of(2, { attachments: 1 }), /^2 messages, .* Of 1 attachment only the names/],
  [of(2, { dropped: 3 }), /3 pieces that could not be read are left out/],
  [of(2, { compactions: 1 }), /It was compacted 1 time; here, Kilo reads all of it\./],
  [of(2, { takenBack: 1 }), /1 reverted message is left out\./],
])('%o', (plan, words) => expect(importText(plan)).toMatch(words))
