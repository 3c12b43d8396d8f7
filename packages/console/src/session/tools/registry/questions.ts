import { listOf, textOf } from './input.ts'
import { field } from './subjects.ts'
import type { AnsweredQuestion, CallFacts, Tool, ToolTable } from './tool.ts'

const firstQuestion: Tool['subject'] = (input) => {
  const [first, ...others] = listOf(input['questions'])
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return textOf(first?.['question']) + more
}

/** None while they wait for an answer, and when they were dismissed. The engine keeps the answers beside its call. */
function answered({ input, metadata: { answers, dismissed } }: CallFacts): AnsweredQuestion[] {
  if (!Array.isArray(answers) || dismissed === true) return []
  return listOf(input['questions']).map((question, index) => {
    const given: unknown = answers[index]
    return {
      question: textOf(question['question']),
      answers: (Array.isArray(given) ? given : []).map(textOf).filter((answer) => answer !== ''),
    }
  })
}

function spoken(call: CallFacts): string {
  const given = answered(call)
  return listOf(call.input['questions'])
    .map((question, index) => {
      const said = given[index]?.answers.join(', ') ?? ''
      return said === '' ? textOf(question['question']) : `${textOf(question['question'])}\n→ ${said}`
    })
    .join('\n')
}

export const questionTools: ToolTable = {
  question: {
    icon: 'question',
    kind: 'text',
    subject: firstQuestion,
    detail: ({ metadata }) => (metadata['dismissed'] === true ? 'dismissed' : ''),
    spoken,
    // It repeats to the model what was asked and answered.
    output: () => '',
    answered,
    asks: 'wants to ask you something',
  },
  suggest: { icon: 'question', kind: 'text', subject: field('suggest'), asks: 'wants to suggest something' },
  notify_user: { icon: 'message', kind: 'text', subject: field('message'), asks: 'wants to notify you' },
  plan_exit: {
    icon: 'todos',
    kind: 'path',
    subject: field('path'),
    files: ({ input }) => [textOf(input['path'])],
    asks: 'wants to leave plan mode',
  },
  goal_report: { icon: 'todos', kind: 'text', subject: field('reason'), asks: 'wants to report on its goal' },
}
