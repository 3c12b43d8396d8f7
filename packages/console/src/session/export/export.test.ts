import type { AssistantMessage, Part, UserMessage } from '@kilocode/sdk/v2/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenced, plainWords } from './fence.ts'
import { fileNameOf } from './file-name.ts'
import { JSON_BETWEEN, jsonHead, jsonOf, jsonTail } from './session-json.ts'
import { markdownHead, markdownOf } from './session-markdown.ts'

const time = { created: Date.UTC(2026, 10, 26, 14, 0, 0), updated: Date.UTC(2026, 10, 26, 15, 0, 0) }
const you = { role: 'user', time } as unknown as UserMessage
const kilo = { role: 'assistant', modelID: 'story', time } as unknown as AssistantMessage
const of = (info: UserMessage | AssistantMessage, ...parts: unknown[]) =>
  markdownOf({ info, parts: parts as Part[] }).replace(/^\n## (You|Kilo).*Z\n\n/, '')

test('the head says what it was, where and when', () =>
  expect(markdownHead({ title: 'Fix *it*', directory: '/p', time })).toBe(
    '# Fix \\*it\\*\n\n/p, begun 2026-11-26T14:00:00Z, last changed 2026-11-26T15:00:00Z\n',
  ))

test('a message says who wrote it, with which model and when', () =>
  expect(markdownOf({ info: kilo, parts: [{ type: 'text', text: 'Hi' }] as Part[] })).toBe(
    '\n## Kilo (story), 2026-11-26T14:00:00Z\n\nHi\n',
  ))

test.each([
  ['words as they are', you, [{ type: 'text', text: ' Do **it** ' }], 'Do **it**\n'],
  ['what the engine added to a prompt', you, [{ type: 'text', text: 'x', synthetic: true }], ''],
  ['thoughts, quoted', kilo, [{ type: 'reasoning', text: 'a\nb' }], '> a\n> b\n'],
  [
    'an attachment',
    you,
    [{ type: 'file', mime: 'image/png', filename: 'a_b.png' }],
    '*Attached: a\\_b.png (image/png)*\n',
  ],
  [
    'a call with what came of it',
    kilo,
    [
      {
        type: 'tool',
        tool: 'bash',
        state: { status: 'completed', input: { command: 'ls' }, output: 'a\n', title: 'List' },
      },
    ],
    '**bash**: List\n\n```json\n{\n  "command": "ls"\n}\n```\n\n```\na\n```\n',
  ],
  [
    'a call that failed',
    kilo,
    [{ type: 'tool', tool: 'bash', state: { status: 'error', input: {}, error: 'no' } }],
    '**bash**\n\n```json\n{}\n```\n\n```\nno\n```\n',
  ],
  ['a summary', kilo, [{ type: 'compaction', auto: true }], '*The context was shortened to a summary.*\n'],
  ['bookkeeping', kilo, [{ type: 'step-start' }, { type: 'patch' }], ''],
])('%s', (_, info, parts, markdown) => expect(of(info, ...parts)).toBe(markdown))

test('an error is told', () => {
  const failed = {
    ...kilo,
    error: { name: 'APIError', data: { message: 'No `key`' } },
  } as unknown as AssistantMessage
  expect(of(failed)).toBe('**Error**: No \\`key\\`\n')
})

test('fault 42: invisible characters of names and titles are spelt out', () => {
  expect(markdownHead({ title: 'a\u202Eb', directory: '/', time })).toContain('u{202e}')
  expect(markdownHead({ title: 'a', directory: '/a\u202Eb', time })).toContain('u{202e}')
  expect(of(you, { type: 'file', mime: 'x', filename: 'a\u200Bb' })).toContain('u{200b}')
  expect(of(you, { type: 'file', mime: 'x\u200B', filename: 'a' })).toContain('u{200b}')
  const model = { ...kilo, modelID: 'a\u202Eb' } as AssistantMessage
  expect(markdownOf({ info: model, parts: [{ type: 'text', text: 'Hi' }] as Part[] })).toContain('u{202e}')
})

test('fault 70: what is invisible in a command is spelt out, what came of it is as it was', () => {
  const state = { status: 'completed', input: { command: 'ls\u202E' }, output: 'a\u200Db', title: '' }
  const markdown = of(kilo, { type: 'tool', tool: 'ba\u200Bsh', state })
  expect(markdown).toContain('**ba\\\\u{200b}sh**')
  expect(markdown).toContain('ls\\u{202e}')
  expect(markdown).toContain('a\u200Db')
})

test('fault 40: no output closes its fence', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', '\n', 'x') }), (text) => {
      const [first = '', ...rest] = fenced(text).split('\n')
      const fence = /^`+/.exec(first)?.[0] ?? ''
      expect(rest.at(-1)).toBe(fence)
      expect(rest.slice(0, -1).filter((line) => line.startsWith(fence))).toEqual([])
    }),
  )
})

test('fault 40: an output of a million ticks has its fence', () =>
  expect(fenced('` '.repeat(500_000)).startsWith('```\n')).toBe(true))

test('words of a line are one line, and no markup', () =>
  expect(plainWords('a\nb <img> [x](y) `c` | ~')).toBe('a b \\<img\\> \\[x\\](y) \\`c\\` \\| \\~'))

test.each([
  ['Fix the login redirect', 'Fix-the-login-redirect.md'],
  ['../../etc/passwd', 'etc-passwd.md'],
  ['.hidden', 'hidden.md'],
  ['Кириллица: да', 'Кириллица-да.md'],
  ['\u202Egpj.exe', 'gpj-exe.md'],
  ['हिन्दी में', 'हिन्दी-में.md'],
  ['ไทย ภาษา', 'ไทย-ภาษา.md'],
  ['a \u2708\uFE0F b', 'a-b.md'],
  ['\u0301\u0301 x', 'x.md'],
  ['/\u0301/', 'session.md'],
  [`a${'\u0335'.repeat(300)}`, `a${'\u0335'.repeat(79)}.md`],
  ['語'.repeat(300), `${'語'.repeat(66)}.md`],
  ['///', 'session.md'],
  ['x'.repeat(300), `${'x'.repeat(80)}.md`],
])('the file of %j is %s', (title, name) => expect(fileNameOf(title, 'md')).toBe(name))

test('the pieces make up the file that kilo export prints', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(fc.jsonValue(), { maxLength: 4 }), (info, messages) => {
      const any = messages.length > 0
      const text = [
        jsonHead(info),
        any ? '\n' : '',
        messages.map(jsonOf).join(JSON_BETWEEN),
        jsonTail(any),
      ].join('')
      expect(text).toBe(`${JSON.stringify({ info, messages }, null, 2)}\n`)
    }),
  )
})
