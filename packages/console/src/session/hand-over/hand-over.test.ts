import type { Message, Part, Todo } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { handOverText } from './hand-over-text.ts'
import { handedChoice } from './handed-choice.ts'
import { planFileOf } from './plan-file.ts'
import { targetsOf } from './targets.ts'

const you = (id: string) => ({ id, role: 'user' }) as Message
const kilo = (id: string, summary?: true) => ({ id, role: 'assistant', summary }) as Message
const words = (text: string): Part[] => [{ type: 'text', text } as Part]

function textOf(messages: Message[], said: Record<string, Part[]>, more: object = {}) {
  const partsOf = (id: string) => said[id] ?? []
  return handOverText({ title: 'Fix it', directory: '/p', messages, partsOf, diffs: [], todos: [], ...more })
}

test('what was last asked and answered', () => {
  const text = textOf([you('m1'), kilo('m2'), you('m3'), kilo('m4'), kilo('m5')], {
    m1: words('First'),
    m2: words('Done'),
    m3: words('Second'),
    m4: words('Did the second'),
  })
  expect(text).toBe(
    'This goes on from the session “Fix it” in /p. What it knew, in short:\n\n' +
      '## Last request\n\nSecond\n\n## Last answer\n\nDid the second\n',
  )
})

test('a summary stands for all before it', () => {
  const compaction = [{ type: 'compaction', auto: false } as Part]
  const said = {
    m1: words('Old'),
    m2: compaction,
    m3: words('In short'),
    m4: words('New'),
    m5: words('Answer'),
  }
  const messages = [you('m1'), you('m2'), kilo('m3', true), you('m4'), kilo('m5')]
  expect(textOf(messages, said)).toContain(
    '## Summary\n\nIn short\n\n## Last request\n\nNew\n\n## Last answer\n\nAnswer',
  )
  expect(textOf(messages.slice(0, 3), said)).not.toContain('Last request')
})

test('changed files, and what is still to do', () => {
  const diffs = [{ file: 'a\u202E.ts', additions: 3, deletions: 1 }]
  const todo = (content: string, status: string) => ({ content, status }) as Todo
  const todos = [
    todo('One', 'completed'),
    todo('Two', 'in_progress'),
    todo('Three', 'pending'),
    todo('No', 'cancelled'),
  ]
  const text = textOf([], {}, { diffs, todos })
  expect(text).toContain('## Changed files\n\n- a\\u{202e}.ts (+3 −1)')
  expect(text).toContain('## Still to do\n\n- [ ] Two\n- [ ] Three\n')
})

test('of a long text the beginning, of many files some', () => {
  const diffs = Array.from({ length: 101 }, (_, index) => ({ file: `${index}`, additions: 1, deletions: 0 }))
  const text = textOf([you('m1')], { m1: words('x'.repeat(10_000)) }, { diffs })
  expect(text.length).toBeLessThan(10_000)
  expect(text).toContain('- and 1 more')
})

const tool = (input: object, metadata: object = {}) =>
  [{ type: 'tool', tool: 'write', state: { status: 'completed', input, metadata } }] as Part[]

test.each([
  ['the call that wrote it', tool({ filePath: '/p/.kilo/plans/1-a.md' }), '/p/.kilo/plans/1-a.md'],
  ['what a tool says of itself', tool({}, { plan: '.kilo/plans/b.md' }), '.kilo/plans/b.md'],
  [
    'the last of several',
    [...tool({ a: '.kilo/plans/a.md' }), ...tool({ a: '.kilo/plans/b.md' })],
    '.kilo/plans/b.md',
  ],
  ['another file', tool({ filePath: '/p/plans/a.md' }), undefined],
  ['a name of two lines', tool({ filePath: '/.kilo/plans/a\nb.md' }), undefined],
  ['no string', tool({ filePath: 5 }), undefined],
])('the plan: %s', (_, parts, file) => expect(planFileOf(parts)).toBe(file))

const small = { providerID: 'p', modelID: 'small' }
const large = { providerID: 'p', modelID: 'large' }

test.each([
  ['a new session, nothing chosen', undefined, {}, {}],
  ['a new session, all chosen', undefined, { agent: 'ask', model: small }, { agent: 'ask', model: small }],
  [
    'one that is there, nothing chosen',
    { agent: 'ask', model: small, variant: 'high' },
    {},
    { agent: 'ask', model: small, variant: 'high' },
  ],
  [
    'one that is there, another agent',
    { agent: 'ask', model: small },
    { agent: 'code' },
    { agent: 'code', model: small },
  ],
  [
    'one that is there, another model',
    { agent: 'ask', model: small, variant: 'high' },
    { model: large },
    { agent: 'ask', model: large },
  ],
])('what answers in %s', (_, kept, chosen, sent) => expect(handedChoice(kept, chosen)).toEqual(sent))

test('the same folder first, this session never', () => {
  const place = (serverId: string, directory: string) => ({ serverId, directory, lastUsed: 1 })
  const options = targetsOf({
    here: { serverId: 'daemon', sessionId: 's1', directory: '/p' },
    places: [place('other', '/p'), place('daemon', '/q'), place('daemon', '/p')],
    sessions: [
      { serverId: 'daemon', sessionId: 's1', directory: '/p', title: 'This' },
      { serverId: 'daemon', sessionId: 's2', directory: '/p', title: 'That' },
    ],
    nameFolder: (directory) => directory.slice(1),
    nameServer: (id) => id,
  })
  expect(options.map(({ id }) => id)).toEqual(['daemon /p', 'other /p', 'daemon /q', 'daemon s2'])
  expect(options.map(({ detail }) => detail)).toEqual([
    '/p · daemon',
    '/p · other',
    '/q · daemon',
    'p · daemon',
  ])
})
