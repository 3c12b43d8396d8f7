import type { QuestionInfo } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { answerOf, choose, emptyDraft, isComplete, write } from './answers.ts'

const options = ['a', 'b', 'c'].map((label) => ({ label, description: '' }))
const one: QuestionInfo = { question: 'Which?', header: '', options }
const many: QuestionInfo = { ...one, multiple: true }

test('one choice: the last stays', () => {
  const draft = choose(one, choose(one, emptyDraft(), 'a'), 'b')
  expect(answerOf(one, draft)).toEqual(['b'])
})

test('several choices come in the order of the options, and can be taken back', () => {
  const draft = ['c', 'b', 'a', 'b'].reduce((draft, label) => choose(many, draft, label), emptyDraft())
  expect(answerOf(many, draft)).toEqual(['a', 'c'])
})

test('own words replace one choice and join several', () => {
  expect(answerOf(one, write(one, choose(one, emptyDraft(), 'a'), ' mine '))).toEqual(['mine'])
  expect(answerOf(many, write(many, choose(many, emptyDraft(), 'a'), 'mine'))).toEqual(['a', 'mine'])
  expect(answerOf(one, choose(one, write(one, emptyDraft(), 'mine'), 'a'))).toEqual(['a'])
  expect(answerOf(one, write(one, choose(one, emptyDraft(), 'a'), ' '))).toEqual(['a'])
})

test('all questions want an answer', () => {
  const answered = choose(one, emptyDraft(), 'a')
  expect(isComplete([one, many], [answered, emptyDraft()])).toBe(false)
  expect(isComplete([one, many], [answered, answered])).toBe(true)
  expect(isComplete([one, many], [answered])).toBe(false)
})

test('nothing is chosen at first, and own words take back one choice for good', () => {
  expect(emptyDraft()).toEqual({ chosen: [], own: '' })
  expect(write(one, choose(one, emptyDraft(), 'a'), 'mine')).toEqual({ chosen: [], own: 'mine' })
})
