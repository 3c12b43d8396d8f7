import type { Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { promptTitle } from './prompt-title.ts'

const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more })
const file = { type: 'file', mime: 'text/plain', url: 'file:///a', filename: 'a' }

test.each<[string, object[], string | undefined]>([
  ['words', [text('Look\n  into it'), file], 'Look into it'],
  ['many words', [text('x'.repeat(1000))], `${'x'.repeat(159)}…`],
  ['what nobody sees', [text('a\u200Bb')], 'a\\u{200b}b'],
  ['attachments', [file, file, text('the text of a file', { synthetic: true })], '2 attachments'],
  ['a subagent', [{ type: 'subtask', agent: 'general', description: 'Look' }], 'Subagent general: Look'],
  ['the engine’s own', [text('Continue', { synthetic: true })], undefined],
  ['a shortened context', [{ type: 'compaction', auto: true }], undefined],
  ['nothing', [], undefined],
])('the line of %s', (_, parts, expected) => {
  expect(promptTitle(parts as Part[])).toBe(expected)
})
