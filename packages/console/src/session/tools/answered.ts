/** Questions that were asked and what was answered. Pure. Source: the engine's question tool, which keeps the answers beside its call. */
import type { ToolPart } from '@kilocode/sdk/v2/client'
import { bagOf, listOf, textOf } from './tool-subject.ts'

export interface Answered {
  question: string
  /** What was chosen or written, in order; empty where the question was passed over. */
  answers: string[]
}

/** None while they wait for an answer, and when they were dismissed. */
export function answeredOf({ tool, state }: ToolPart): Answered[] {
  if (tool !== 'question' || state.status !== 'completed') return []
  const { answers, dismissed } = bagOf(state.metadata)
  if (!Array.isArray(answers) || dismissed === true) return []
  return listOf(state.input['questions']).map((question, index) => {
    const given: unknown = answers[index]
    return {
      question: textOf(question['question']),
      answers: (Array.isArray(given) ? given : []).map(textOf).filter((answer) => answer !== ''),
    }
  })
}
