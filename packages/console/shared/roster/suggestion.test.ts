import { expect, test } from 'vitest'
import { actionOf, asQuestion } from './suggestion.ts'

const action = (label: string, description?: string) => ({
  label,
  prompt: `/${label}`,
  ...(description && { description }),
})
const suggestion = (...actions: ReturnType<typeof action>[]) => ({
  id: 'sug_1',
  sessionID: 's',
  text: 'Review it?',
  actions,
})

test('its actions are answers that say what Kilo is told, and nobody waits for one', () => {
  const tool = { messageID: 'm', callID: 'c' }
  expect(asQuestion({ ...suggestion(action('Yes', 'Looks at it'), action('No')), tool })).toEqual({
    id: 'sug_1',
    sessionID: 's',
    tool,
    blocking: false,
    suggests: true,
    questions: [
      {
        question: 'Review it?',
        header: 'Suggestion',
        custom: false,
        options: [
          { label: 'Yes', description: 'Looks at it: /Yes' },
          { label: 'No', description: '/No' },
        ],
      },
    ],
  })
})

test('two actions of one name are told apart', () => {
  const question = asQuestion(suggestion(action('Go'), action('Go')))
  expect(question.questions[0]?.options.map(({ label }) => label)).toEqual(['Go', 'Go (2)'])
  expect(actionOf(question, [['Go (2)']])).toBe(1)
})

test.each([
  [[['No']], 1],
  [[['Else']], -1],
  [[[]], -1],
  [[], -1],
])('answers %j are action %i', (answers, index) =>
  expect(actionOf(asQuestion(suggestion(action('Yes'), action('No'))), answers)).toBe(index),
)

test('of a suggestion that came without its question no action is chosen', () =>
  expect(actionOf({ questions: [] }, [['Yes']])).toBe(-1))
