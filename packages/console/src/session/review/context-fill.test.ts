import type { Message, Part } from '@kilocode/sdk/v2/client'
import { array, assert, boolean, constantFrom, nat, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { fillOf, type Conversation, type Fill } from './context-fill.ts'

type Draft = { [K in keyof Part]?: Part[K] } & Record<string, unknown>

const user = (id: string) => ({ id, role: 'user' }) as Message
const answer = (id: string, input: number, output = 0, more: object = {}) => {
  const tokens = { input, output, reasoning: 0, cache: { read: 0, write: 0 } }
  return { id, role: 'assistant', tokens, time: { created: 1, completed: 2 }, ...more } as unknown as Message
}
const text = (length: number, more: object = {}): Draft => ({
  type: 'text',
  text: 'x'.repeat(length),
  ...more,
})
const call = (tool: string, output: number, more: object = {}): Draft => ({
  type: 'tool',
  tool,
  state: { status: 'completed', input: {}, output: 'x'.repeat(output), time: { start: 1, end: 2 }, ...more },
})

function conversation(entries: [Message, ...Draft[]][], isWhole = true): Conversation {
  const parts = new Map(entries.map(([{ id }, ...parts]) => [id, parts]))
  return {
    messages: entries.map(([message]) => message),
    partsOf: (id) => (parts.get(id) ?? []) as unknown as Part[],
    isWhole,
  }
}
const shown = (fills: Fill[]) => Object.fromEntries(fills.map(({ kind, tokens }) => [kind, tokens]))

it('is nothing before the first answer', () => {
  expect(fillOf(conversation([[user('a'), text(400)]]))).toEqual([])
  expect(fillOf(conversation([[user('a'), text(400)], [answer('b', 0)]]))).toEqual([])
})

it('what the first request held besides the prompt is the engine’s', () =>
  expect(
    fillOf(
      conversation([
        [user('a'), text(400)],
        [answer('b', 10_100, 50), text(200)],
      ]),
    ),
  ).toEqual([
    { kind: 'system', tokens: 10_000 },
    { kind: 'prompts', tokens: 100 },
    { kind: 'answers', tokens: 50 },
  ]))

it('files, outputs, prompts and answers are told apart, and made to fit what was counted', () => {
  const fills = fillOf(
    conversation([
      [user('a'), text(400), text(4000, { synthetic: true }), text(9999, { ignored: true })],
      [answer('b', 2100, 10), text(40), call('read', 8000), call('bash', 4000)],
      [answer('c', 8200), call('bash', 400_000, { time: { start: 1, end: 2, compacted: 3 } })],
    ]),
  )
  // Estimated were 100, 1,000 + 2,000, 10 and 1,000, and the calls’ own; counted were 7,200 of these.
  const { system = 0, files = 0, tools = 0, prompts = 0 } = shown(fills)
  expect(system).toBe(1000)
  expect(files / tools).toBeCloseTo(3, 1)
  expect(files / prompts).toBeCloseTo(30, 0)
  expect(system + files + tools + prompts).toBeGreaterThan(8100)
})

it('what no message tells stands at the end', () =>
  expect(
    shown(fillOf(conversation([[user('a'), text(400)], [answer('b', 1100), text(40)], [answer('c', 9000)]]))),
  ).toEqual({
    system: 1000,
    prompts: 200,
    answers: 20,
    rest: 7780,
  }))

it('without the beginning nothing is said of the engine’s own', () =>
  expect(
    fillOf(
      conversation(
        [
          [user('a'), text(400)],
          [answer('b', 5000, 100), text(400)],
        ],
        false,
      ),
    ),
  ).toEqual([
    { kind: 'prompts', tokens: 100 },
    { kind: 'answers', tokens: 100 },
    { kind: 'rest', tokens: 4900 },
  ]))

it('what was summed up counts no more', () => {
  const fills = fillOf(
    conversation([
      [user('a'), text(400)],
      [answer('b', 1100), call('bash', 40_000)],
      [answer('c', 11_000, 200, { summary: true }), text(800)],
      [user('d'), text(400)],
      [answer('e', 1300, 10), text(40)],
    ]),
  )
  expect(shown(fills)).toEqual({ system: 1000, answers: 210, prompts: 100 })
})

it.each([
  ['being made', 0, { time: { created: 1 } }],
  ['being made, though it is counted', 11_000, { time: { created: 1 } }],
  ['failed', 11_000, { error: { name: 'APIError', data: {} } }],
  ['later than the last answer that was counted', 0, {}],
])('a summary that is %s stands for nothing yet', (_, input, more) => {
  const until: [Message, ...Draft[]][] = [
    [user('a'), text(400)],
    [answer('b', 1100, 10), text(40), call('bash', 40_000)],
  ]
  const summary: [Message, ...Draft[]] = [answer('c', input, 0, { summary: true, ...more }), text(800)]
  const kinds = fillOf(conversation([...until, summary])).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['system', 'prompts', 'tools']))
})

it('pictures, errors, and texts of which the beginning is here', () => {
  const fills = fillOf(
    conversation(
      [
        [user('a'), { type: 'file', mime: 'image/png' }, { type: 'file', mime: 'text/plain' }],
        [
          answer('b', 900_000),
          text(40, { cut: 4000 }),
          { ...call('bash', 0), state: { status: 'error', input: {}, error: 'x'.repeat(398) } },
          { ...call('bash', 0), state: { status: 'running', input: {} } },
        ],
      ],
      false,
    ),
  )
  expect(shown(fills)).toMatchObject({ files: 1500, answers: 1000, tools: 101 })
})

it('together they are what was counted, to the rounding', () =>
  assert(
    property(
      array(record({ role: constantFrom('user', 'assistant'), length: nat(99_999), input: nat(200_000) })),
      boolean(),
      (turns, isWhole) => {
        const entries = turns.map(({ role, length, input }, at): [Message, Draft] => [
          role === 'user' ? user(`m${at}`) : answer(`m${at}`, input, 7),
          text(length),
        ])
        const total = entries.map(([m]) => m).findLast((m) => m.role === 'assistant' && m.tokens.input > 0)
        const fills = fillOf(conversation(entries, isWhole))
        const sum = fills.reduce((all, { tokens }) => all + tokens, 0)
        const counted = total?.role === 'assistant' ? total.tokens.input + 7 : 0
        expect(Math.abs(sum - counted)).toBeLessThanOrEqual(counted / 100 + 2)
        for (const { tokens } of fills) expect(tokens).toBeGreaterThan(0)
      },
    ),
  ))
