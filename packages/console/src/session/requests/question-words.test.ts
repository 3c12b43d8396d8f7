import type { QuestionInfo } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { beginsSession, isOrdinary, isPlan, wordsOf } from './question-words.ts'

const option = (label: string, labelKey?: string) => ({
  label,
  description: '',
  ...(labelKey && { labelKey }),
})
const asks = (questionKey?: string, ...options: QuestionInfo['options']) => ({
  questions: [{ question: '?', header: '', options, ...(questionKey && { questionKey }) }],
})
const plan = asks(
  'plan.followup.question',
  option('Start new session', 'plan.followup.answer.newSession'),
  option('Continue here', 'plan.followup.answer.continue'),
)

test.each([
  ['the model', asks(), 'Kilo has a question', 'Answer'],
  ['who suggests', { ...asks(), suggests: true as const }, 'Kilo suggests', 'Accept'],
  ['who has a plan', plan, 'Kilo has a plan', 'Answer'],
  ['a slow snapshot', asks('snapshot.slowRepo.question'), 'Snapshots take long in this folder', 'Answer'],
  ['what nobody knows', asks('something.else'), 'Kilo has a question', 'Answer'],
])('%s', (_, request, title, answer) => expect(wordsOf(request)).toMatchObject({ title, answer }))

test.each([
  ['the model asks', asks(), true],
  ['what nobody knows', asks('something.else'), true],
  ['a suggestion', { ...asks(), suggests: true as const }, false],
  ['a plan', plan, false],
  ['a slow snapshot', asks('snapshot.slowRepo.question'), false],
])('whether it needs no words of ours: %s', (_, request, is) => expect(isOrdinary(request)).toBe(is))

test('what hangs on snapshots is said', () =>
  expect(wordsOf(asks('snapshot.slowRepo.question')).note).toContain('can be reverted'))

test('a plan is known by its key, not by its words', () => {
  expect(isPlan(plan)).toBe(true)
  expect(isPlan(asks())).toBe(false)
})

test.each([
  [plan, [['Start new session']], true],
  [plan, [['Continue here']], false],
  [plan, [['Start new session, but later']], false],
  [plan, [], false],
  [asks(undefined, option('Start new session')), [['Start new session']], false],
])('%# begins a session: %j', (request, answers, begins) =>
  expect(beginsSession(request, answers)).toBe(begins),
)
