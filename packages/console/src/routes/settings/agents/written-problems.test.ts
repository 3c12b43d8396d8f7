import { expect, test } from 'vitest'
import { isEmpty, problemsOf } from './written-problems.ts'

test('a name is wrong as soon as it is written; what is missing is told once somebody has tried to save', () => {
  const taken = ['plan']
  expect(problemsOf({ name: '', text: '' }, taken, false)).toEqual({})
  expect(problemsOf({ name: '../x', text: '' }, taken, false)).toEqual({
    name: expect.stringContaining('Letters'),
  })
  expect(problemsOf({ name: 'plan', text: ' ' }, taken, true)).toEqual({
    name: expect.stringContaining('taken'),
    text: 'Required.',
  })
  expect(problemsOf({ name: '', text: 'You plan.' }, taken, true)).toEqual({ name: 'Required.' })
  expect(isEmpty(problemsOf({ name: 'review', text: 'You review.' }, taken, true))).toBe(true)
})

test('the name of one that is there is nobody’s to correct', () => {
  expect(problemsOf({ name: 'plan b', text: 'You plan.' }, undefined, true)).toEqual({})
})
