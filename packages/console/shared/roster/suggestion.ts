import type { QuestionInfo, QuestionRequest, SuggestionRequest } from '@kilocode/sdk/v2/client'

/** What the model suggests as a question that its session does not wait for: its actions are the answers. */
export type Suggestion = QuestionRequest & { suggests: true }

/** Each answer says what the model would then be told. Pure. */
export function asQuestion({ id, sessionID, text, actions, tool }: SuggestionRequest): Suggestion {
  const options = actions.map(({ label, description, prompt }, index): QuestionInfo['options'][number] => ({
    label: actions.findIndex((each) => each.label === label) < index ? `${label} (${index + 1})` : label,
    description: description ? `${description}: ${prompt}` : prompt,
  }))
  return {
    id,
    sessionID,
    ...(tool && { tool }),
    blocking: false,
    questions: [{ question: text, header: 'Suggestion', custom: false, options }],
    suggests: true,
  }
}

/** The action that was chosen; -1: none. Pure. */
export const actionOf = ({ questions }: Pick<QuestionRequest, 'questions'>, answers: string[][]): number =>
  questions[0]?.options.findIndex(({ label }) => label === answers[0]?.[0]) ?? -1
