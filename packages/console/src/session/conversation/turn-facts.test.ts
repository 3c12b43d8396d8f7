import type { AssistantMessage, Message, UserMessage } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { sameFacts, turnFactsOf, type TurnFacts } from './turn-facts.ts'

const prompt = (id: string, created: number, files = 0) =>
  ({
    id,
    role: 'user',
    time: { created },
    ...(files > 0 && { summary: { diffs: Array.from({ length: files }, () => ({})) } }),
  }) as UserMessage
const step = (id: string, parentID: string, more: Partial<AssistantMessage> = {}) =>
  ({
    id,
    parentID,
    role: 'assistant',
    modelID: 'fast',
    cost: 0.25,
    finish: 'stop',
    tokens: { input: 1, output: 2, reasoning: 3, cache: { read: 10, write: 100 } },
    time: { created: 1, completed: 9000 },
    ...more,
  }) as AssistantMessage
const error = { name: 'MessageAbortedError', data: { message: '' } } as const

const facts = { promptId: 'p', took: 8000, tokens: 116, cost: 0.25, model: 'fast', filesChanged: 0 }

test.each<[string, Message[], Partial<TurnFacts> | null]>([
  ['one step', [prompt('p', 1000), step('a', 'p')], {}],
  ['a step that is being written', [prompt('p', 1000), step('a', 'p', { time: { created: 1 } })], null],
  ['a step before the next', [prompt('p', 1000), step('a', 'p', { finish: 'tool-calls' })], null],
  ['without an end', [prompt('p', 1000), step('a', 'p', { finish: undefined as never })], null],
  ['stopped', [prompt('p', 1000), step('a', 'p', { finish: undefined as never, error })], {}],
  ['a summary of the engine', [prompt('p', 1000), step('a', 'p', { summary: true })], null],
  ['a prompt that is not loaded', [step('a', 'p')], null],
  ['another answer follows', [prompt('p', 1000), step('a', 'p'), step('b', 'p')], null],
  ['another prompt follows', [prompt('p', 1000), step('a', 'p'), prompt('q', 9999)], {}],
  ['files', [prompt('p', 1000, 3), step('a', 'p')], { filesChanged: 3 }],
  [
    'all steps count, those of the turn before do not',
    [
      prompt('o', 1),
      step('z', 'o'),
      prompt('p', 1000),
      step('y', 'p', { finish: 'tool-calls', modelID: 'slow' }),
      step('a', 'p'),
    ],
    { tokens: 232, cost: 0.5 },
  ],
  ['clocks that disagree', [prompt('p', 99_000), step('a', 'p')], { took: 0 }],
])('a turn: %s', (_, messages, expected) => {
  const found = turnFactsOf(
    'a',
    messages.map(({ id }) => id),
    new Map(messages.map((message) => [message.id, message])),
  )
  expect(found).toEqual(expected && { ...facts, ...expected })
})

test('a prompt ends no turn, nor does what is not there', () => {
  const messages = new Map<string, Message>([['p', prompt('p', 1)]])
  expect(turnFactsOf('p', ['p'], messages)).toBeNull()
  expect(turnFactsOf('gone', ['p'], messages)).toBeNull()
})

test.each(Object.keys(facts))('facts are the same until one is another: %s', (name) => {
  expect(sameFacts(facts, { ...facts })).toBe(true)
  expect(sameFacts(facts, { ...facts, [name]: name })).toBe(false)
  expect([sameFacts(facts, null), sameFacts(null, facts), sameFacts(null, null)]).toEqual([
    false,
    false,
    true,
  ])
})
