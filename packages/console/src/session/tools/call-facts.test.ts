import type { ToolPart } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { answeredOf } from './call-facts.ts'

const questions = [
  { question: 'Which colour?' },
  { question: 'Which sizes?' },
  { question: 'Anything else?' },
]
const part = (state: object, tool = 'question') =>
  ({ tool, state: { input: { questions }, ...state } }) as unknown as ToolPart
const completed = (metadata: object) => part({ status: 'completed', metadata })

test('each question has what was chosen or written, as engine 7.7.7 keeps it', () => {
  const answers = [['Blue, dark'], ['S', 'own "words"\nsecond'], []]
  expect(answeredOf(completed({ answers, truncated: false }))).toEqual([
    { question: 'Which colour?', answers: ['Blue, dark'] },
    { question: 'Which sizes?', answers: ['S', 'own "words"\nsecond'] },
    { question: 'Anything else?', answers: [] },
  ])
})

test.each([
  ['waits', part({ status: 'running', metadata: {} })],
  ['was dismissed', completed({ answers: [], dismissed: true })],
  ['has answers of another shape', completed({ answers: 'Blue' })],
  ['is another tool', part({ status: 'completed', metadata: { answers: [['x']] } }, 'bash')],
])('nothing is shown of one that %s', (_, given) => {
  expect(answeredOf(given)).toEqual([])
})
