import type { Message, Part } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { isShown, promptTextOf, rowsOf, shownParts } from './rows.ts'

const message = (id: string, role: string) => ({ id, role, time: {} }) as Message
const part = (fields: object) => fields as Part

test.each([
  ['', ''],
  ['u', 'You!'],
  ['ua', 'You! Kilo!'],
  ['uaaua', 'You! Kilo! Kilo You! Kilo!'],
  ['uu', 'You! You!'],
  ['aa', 'Kilo! Kilo'],
])('messages %j stand as %j', (roles, expected) => {
  const messages = Array.from(roles).map((role, index) =>
    message(`m${index}`, role === 'u' ? 'user' : 'assistant'),
  )
  const shown = [...rowsOf(messages, false).values()].map((row) => row.author + (row.opens ? '!' : ''))
  expect(shown.join(' ')).toBe(expected)
})

const prompt = message('p', 'user')
const answer = (id: string, completed?: number, finish?: string) =>
  ({ id, role: 'assistant', time: { completed }, finish }) as Message

test.each<[string, Message[], boolean, string[]]>([
  ['just sent', [answer('a', 1, 'stop'), prompt], true, ['settled', 'settled']],
  ['being answered', [prompt, answer('a')], true, ['settled', 'writing']],
  ['sent meanwhile', [answer('a'), prompt], true, ['writing', 'queued']],
  ['sent while a tool runs', [answer('a', 1, 'tool-calls'), prompt], true, ['settled', 'queued']],
  ['stopped before it was read', [answer('a', 1), prompt], false, ['settled', 'unanswered']],
  ['the first one, just sent', [prompt], true, ['settled']],
  ['the first one, forgotten', [prompt], false, ['unanswered']],
  [
    'the newest of those that are forgotten',
    [answer('a', 1), message('o', 'user'), prompt],
    false,
    ['settled', 'settled', 'unanswered'],
  ],
  [
    'sent meanwhile, twice',
    [answer('a'), message('o', 'user'), prompt],
    true,
    ['writing', 'queued', 'queued'],
  ],
  [
    'an earlier answer that was cut',
    [answer('a'), prompt, answer('b')],
    true,
    ['settled', 'settled', 'writing'],
  ],
  ['its last step is done, not yet the turn', [prompt, answer('a', 1, 'stop')], true, ['settled', 'settled']],
  ['all done', [prompt, answer('a', 1, 'stop')], false, ['settled', 'settled']],
  ['cut short and forgotten', [prompt, answer('a')], false, ['settled', 'settled']],
])('status: %s', (_, messages, busy, expected) => {
  expect([...rowsOf(messages, busy).values()].map((row) => row.status)).toEqual(expected)
})

test.each([
  ['a step begins', 'assistant', { type: 'step-start' }, false],
  ['a step ends', 'assistant', { type: 'step-finish' }, false],
  ['a snapshot', 'assistant', { type: 'snapshot' }, false],
  ['text', 'assistant', { type: 'text', text: 'hi' }, true],
  ['text that has not begun', 'assistant', { type: 'text', text: '\n ' }, false],
  ['a file pasted for the model', 'user', { type: 'text', text: 'Called read', synthetic: true }, false],
  ['a remark of the engine', 'assistant', { type: 'text', text: 'Initializing', synthetic: true }, true],
  ['thinking that begins', 'assistant', { type: 'reasoning', text: '', time: { start: 1 } }, true],
  ['thinking kept secret', 'assistant', { type: 'reasoning', text: '', time: { start: 1, end: 2 } }, false],
  ['a thought', 'assistant', { type: 'reasoning', text: 'Hm', time: { start: 1, end: 2 } }, true],
  ['a thought of spaces', 'assistant', { type: 'reasoning', text: ' ', time: { start: 1, end: 2 } }, false],
  ['what a user wrote', 'user', { type: 'text', text: 'hi' }, true],
  ['a file of a user', 'user', { type: 'file', synthetic: true }, true],
  ['a tool', 'assistant', { type: 'tool' }, true],
  ['what nobody knows yet', 'assistant', { type: 'hologram' }, true],
] as const)('%s in a message of the %s', (_, role, fields, expected) => {
  expect(isShown(part(fields), role, true)).toBe(expected)
})

test('text that was missed is told of while it is written, not when it never came', () => {
  const missed = part({ type: 'text', text: '', torn: true })
  expect(isShown(missed, 'assistant', true)).toBe(true)
  expect(isShown(missed, 'assistant', false)).toBe(false)
})

test('a prompt is sent again without what the engine added', () => {
  const parts = [
    part({ type: 'text', text: 'look' }),
    part({ type: 'text', text: 'contents', synthetic: true }),
    part({ type: 'file' }),
    part({ type: 'text', text: 'and mend ' }),
  ]
  expect(promptTextOf(parts)).toBe('look\n\nand mend')
})

test('files that changed are counted where a command ran', () => {
  const patch = part({ type: 'patch', files: ['a'] })
  const call = (tool: string) => part({ type: 'tool', tool })
  expect(shownParts([call('edit'), patch], 'assistant', false)).toHaveLength(1)
  expect(shownParts([call('question'), patch], 'assistant', false)).toHaveLength(1)
  expect(shownParts([call('bash'), patch], 'assistant', false)).toHaveLength(2)
  expect(shownParts([patch, call('background_process')], 'assistant', false)).toHaveLength(2)
  expect(shownParts([part({ type: 'step-start' }), patch], 'assistant', false)).toEqual([])
  expect(
    shownParts([part({ type: 'text', text: 'x', tool: 'bash' }), patch], 'assistant', false),
  ).toHaveLength(1)
})
