import { expect, test, vi } from 'vitest'
import { answerCommands } from './answer-commands.ts'

const press = { timeStamp: 1 } as KeyboardEvent
const whens = (isBusy: boolean, ...possible: string[]) =>
  answerCommands(
    vi.fn(),
    () => isBusy,
    (reply) => possible.includes(reply),
  ).map(({ when }) => when?.())

test('a key answers what its button would', () => {
  expect(whens(false, 'once', 'always', 'reject')).toEqual([true, true, true])
  expect(whens(false, 'once', 'reject')).toEqual([true, false, true])
  expect(whens(true, 'once', 'always', 'reject')).toEqual([false, false, false])
})

test('it answers with the press that it was', () => {
  const answer = vi.fn()
  for (const { run } of answerCommands(
    answer,
    () => false,
    () => true,
  ))
    run?.(press)
  expect(answer.mock.calls).toEqual([
    ['once', press],
    ['always', press],
    ['reject', press],
  ])
})
