import { expect, test } from 'vitest'
import { saveWords } from './save-words.ts'

test.each([
  [false, true, ['Save', 'Save when idle', 'Stop and save', 'Saved when no session works']],
  [false, false, ['Save', 'Save when idle', 'Stop and save', 'Saved when no session works']],
  ...[true, false].map((isIdle): [boolean, boolean, string[]] => [
    true,
    isIdle,
    [
      'Save mine',
      'Save mine when idle',
      'Stop and save mine',
      'Yours is saved over the file’s when no session works',
    ],
  ]),
])('over another’s version: %s; nobody works: %s: each way says whose is saved', (isOver, isIdle, words) => {
  const { now, later, stop, waits } = saveWords(isOver, isIdle)
  expect([now, later, stop, waits]).toEqual(words)
})

test('the keys save where nothing is written over and nobody is stopped, else they say why not', () => {
  expect(saveWords(false, true).notByKeys).toBeUndefined()
  expect(saveWords(false, false).notByKeys).toContain('may stop sessions')
  for (const isIdle of [true, false])
    expect(saveWords(true, isIdle).notByKeys).toContain('over what is in the file')
})
