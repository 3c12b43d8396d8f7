import type { Message } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { lastExchangeOf } from './last-exchange.ts'

const message = (id: string, role: string) => ({ id, role }) as Message
const text = (text: string, more: object = {}) => ({ type: 'text', text, ...more })
const exchange = (said: [id: string, role: string, parts: object[]][], pending: object[] = []) =>
  lastExchangeOf(
    said.map(([id, role]) => message(id, role)),
    {
      parts: Object.fromEntries(said.map(([id, , parts]) => [id, parts])) as never,
      pending: pending as never,
    },
  )

test('the last prompt, and the last words that answer it', () => {
  const { prompt, answer } = exchange([
    ['a', 'user', [text('First')]],
    ['b', 'assistant', [text('Old')]],
    ['c', 'user', [text('Second'), text('<file>', { synthetic: true })]],
    ['d', 'assistant', [text('I look.'), { type: 'tool' }]],
    ['e', 'assistant', [text('Done.'), text(' ')]],
  ])
  expect([prompt, answer]).toEqual(['Second', 'Done.'])
})

test('an answer to what was asked before is none', () => {
  expect(
    exchange([
      ['a', 'user', [text('First')]],
      ['b', 'assistant', [text('Old')]],
      ['c', 'user', [text('Second')]],
    ]),
  ).toMatchObject({ prompt: 'Second', answer: '' })
})

test('a prompt on its way comes last, with what became of it', () => {
  const problem = { code: 'x', message: 'no' }
  expect(exchange([['a', 'user', [text('First')]]], [{ text: 'Now', problem }])).toEqual({
    prompt: 'Now',
    answer: '',
    problem,
  })
})

test('nothing was said', () => {
  expect(exchange([])).toEqual({ prompt: '', answer: '', problem: undefined })
})

test('of long texts the prompt’s beginning and the answer’s end, from a word on', () => {
  const long = 'word '.repeat(1000)
  const { prompt, answer } = exchange([
    ['a', 'user', [text(long)]],
    ['b', 'assistant', [text(long)]],
  ])
  expect(prompt).toMatch(/^word word.*…$/)
  expect(answer).toMatch(/^…word word.*word$/)
  expect(Math.max(prompt.length, answer.length)).toBeLessThanOrEqual(601)
})
