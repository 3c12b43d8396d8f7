import { expect, test } from 'vitest'
import { notRecalled, stepRecall } from './recall.ts'

test('back to the first prompt, and forth to what was being written', () => {
  let now = { recall: notRecalled, text: 'draft' }
  const shown = ([1, 1, 1, -1, -1, -1] as const).map((step) => {
    now = stepRecall(now.recall, step, ['one', 'two'], now.text)
    return now.text
  })
  expect(shown).toEqual(['two', 'one', 'one', 'two', 'draft', 'draft'])
  expect(now.recall).toEqual(notRecalled)
})

test('nothing to go back to', () => {
  expect(stepRecall(notRecalled, 1, [], 'draft')).toEqual({ recall: notRecalled, text: 'draft' })
})
