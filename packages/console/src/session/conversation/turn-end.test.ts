import type { AssistantMessage, Message, UserMessage } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { Problem } from '../../../shared/api.ts'
import { answerEndOf, endWords, unansweredWords, type AnswerEnd, type AnswerSigns } from './turn-end.ts'

const answer = (completed: number | undefined, finish?: string, error?: string) =>
  ({
    role: 'assistant',
    time: { created: 1, completed },
    finish,
    error: error && { name: error, data: {} },
  }) as AssistantMessage
const shown = { shown: true }
const live = { live: true }
const cutOff = { cutOff: true }

test.each<[string, AssistantMessage, Partial<AnswerSigns>, AnswerEnd]>([
  ['being written', answer(undefined), live, null],
  ['a tool runs', answer(undefined), { ...live, ...shown }, null],
  ['well', answer(2, 'stop'), shown, null],
  ['well, and the host has seen another end', answer(2, 'stop'), { ...shown, ...cutOff }, null],
  ['an empty answer', answer(2, 'stop'), {}, 'empty'],
  ['as long as it may be, with nothing in it', answer(2, 'length'), {}, 'empty'],
  ['killed while it wrote', answer(undefined), shown, 'interrupted'],
  ['killed while it thought', answer(undefined), {}, 'interrupted'],
  ['killed while a tool ran', answer(undefined), { ...shown, ...cutOff }, 'interrupted'],
  ['killed between two steps', answer(2, 'tool-calls'), { ...shown, ...cutOff }, 'interrupted'],
  ['a call was refused', answer(2, 'tool-calls'), shown, null],
  ['stopped during a retry', answer(2), {}, 'stopped'],
  ['stopped during a retry of a later step', answer(2), { turnShown: true }, 'stopped'],
  ['nothing more to say after what was done', answer(2, 'stop'), { turnShown: true }, null],
  ['stopped while it wrote: the message says so', answer(2, undefined, 'MessageAbortedError'), shown, null],
  ['refused by the provider: the message says so', answer(2, undefined, 'APIError'), {}, null],
  ['failed before it was completed', answer(undefined, undefined, 'APIError'), {}, null],
  ['a command that the user ran, of an old version', answer(2), shown, null],
])('fault 65, 66: an answer ends: %s', (_, message, signs, expected) => {
  expect(answerEndOf(message, { live: false, shown: false, turnShown: false, cutOff: false, ...signs })).toBe(
    expected,
  )
})

const prompt = { role: 'user', time: { created: 10 } } as UserMessage
const failed = { code: 'UnknownError', message: 'Model not found: a/b.' }

test.each<[string, Message | undefined, Partial<Parameters<typeof unansweredWords>[1]>, string]>([
  ['the first one, and nobody knows why', undefined, {}, 'Kilo did not get to this.'],
  ['after a turn that ended well', answer(5, 'stop'), {}, 'Kilo did not get to this.'],
  [
    'stopped while it waited',
    answer(12, undefined, 'MessageAbortedError'),
    {},
    'Kilo was stopped before it read this.',
  ],
  ['stopped while it waited behind a retry', answer(12), {}, 'Kilo was stopped before it read this.'],
  [
    'after a turn that was stopped before',
    answer(5, undefined, 'MessageAbortedError'),
    {},
    'Kilo did not get to this.',
  ],
  ['waited when the server was killed', answer(undefined), {}, 'The server ended before Kilo read this.'],
  ['the server was killed at once', undefined, cutOff, 'The server ended before Kilo read this.'],
  ['an error', answer(5, 'stop'), { failed }, 'Choose another model, or try again.'],
])('fault 65: a prompt without an answer: %s', (_, before, signs, hint) => {
  const words = unansweredWords(prompt, { before, failed: undefined, cutOff: false, ...signs })
  expect(words.hint).toBe(hint)
  expect(words.title).toBe(signs.failed ? 'Model not found: a/b.' : 'Not answered')
})

test('what went wrong is a warning, what somebody did is not', () => {
  expect(Object.entries(endWords(true)).map(([end, { tone, title }]) => [end, tone, title])).toEqual([
    ['interrupted', 'warning', 'Interrupted'],
    ['stopped', 'info', 'Stopped'],
    ['empty', 'warning', 'Kilo returned no answer'],
  ])
  expect(endWords(true).stopped.hint).toBe('Write what to do instead, or try again.')
  expect(endWords(true).interrupted.hint).toMatch(/Resume to go on from here\.$/)
  expect(endWords(false).interrupted.hint).toMatch(/Try again to send the prompt again\.$/)
  const tone = (before: Message | undefined, failed: Problem | undefined, cutOff = false) =>
    unansweredWords(prompt, { before, failed, cutOff }).tone
  expect([tone(undefined, failed), tone(answer(12), undefined)]).toEqual(['error', 'info'])
  expect([tone(undefined, undefined, true), tone(undefined, undefined)]).toEqual(['warning', 'info'])
})

test('an error’s own hint is the better one', () => {
  const words = unansweredWords(prompt, {
    before: undefined,
    failed: { ...failed, hint: 'Log in.' },
    cutOff: true,
  })
  expect(words).toEqual({ tone: 'error', title: failed.message, hint: 'Log in.' })
})

test('at the same moment it was there already; a prompt before it says nothing of how it ended', () => {
  const hint = (before: Message) => unansweredWords(prompt, { before, failed: undefined, cutOff: false }).hint
  expect(hint(answer(10))).toBe('Kilo was stopped before it read this.')
  expect(hint(answer(9))).toBe('Kilo did not get to this.')
  expect(hint(answer(12, 'stop'))).toBe('Kilo did not get to this.')
  expect(hint({ ...answer(undefined), role: 'user' } as unknown as Message)).toBe('Kilo did not get to this.')
})
