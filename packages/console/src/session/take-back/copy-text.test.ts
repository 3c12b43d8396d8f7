import { expect, test } from 'vitest'
import { copyText } from './copy-text.ts'

const messages = ['msg_1', 'msg_2', 'msg_3'].map((id) => ({ id }))

test.each([
  [undefined, true, 'This is a copy with 3 messages'],
  [undefined, false, 'This is a copy with all messages'],
  ['msg_3', true, 'This is a copy with 2 messages before that prompt'],
  ['msg_2', true, 'This is a copy with 1 message before that prompt'],
  ['msg_3', false, 'This is a copy with all messages before that prompt'],
  ['msg_1', true, 'This is a new session: nothing stood before that prompt'],
  // What stands before it is not loaded yet.
  ['msg_1', false, 'This is a copy with all messages before that prompt'],
])('before %s, whole: %s', (before, whole, title) =>
  expect(copyText(messages, before, whole)).toEqual({
    title,
    hint: 'Both work in the same folder: files are as they are now.',
  }),
)
