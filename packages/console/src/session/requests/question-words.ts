/** What stands around a question, by who asks it: the model, the engine itself, or the model that suggests something. Pure. */
import type { QuestionRequest } from '@kilocode/sdk/v2/client'
import type { Question } from '../../store/types.ts'

export interface QuestionWords {
  title: string
  /** On the button. */
  answer: string
  /** What hangs on it, where the question itself does not say. */
  note?: string
}

/** Questions that the engine asks by itself. */
const PLAN = 'plan.followup.question'
const SLOW_SNAPSHOT = 'snapshot.slowRepo.question'
const NEW_SESSION = 'plan.followup.answer.newSession'

type Asked = Pick<Question, 'questions' | 'suggests'>

const isAbout = ({ questions }: Pick<QuestionRequest, 'questions'>, key: string): boolean =>
  questions.some(({ questionKey }) => questionKey === key)

export function wordsOf(request: Asked): QuestionWords {
  if (request.suggests) return { title: 'Kilo suggests', answer: 'Accept' }
  if (isPlan(request)) return { title: 'Kilo has a plan', answer: 'Answer' }
  if (isAbout(request, SLOW_SNAPSHOT))
    return {
      title: 'Snapshots take long in this folder',
      answer: 'Answer',
      note: 'Kilo waits for this. Without snapshots, no change that it makes to files here can be reverted; “Disable” is written into the project’s configuration.',
    }
  return { title: 'Kilo has a question', answer: 'Answer' }
}

/** Whether the model asks, whose own words say what it is about. */
export const isOrdinary = (request: Asked): boolean =>
  !request.suggests && !isPlan(request) && !isAbout(request, SLOW_SNAPSHOT)

/** Whether to carry out the plan that was just made. */
export const isPlan = (request: Pick<QuestionRequest, 'questions'>): boolean => isAbout(request, PLAN)

/** Whether an answer has the engine begin a session, which a person wants to be led to. */
export const beginsSession = (
  { questions }: Pick<QuestionRequest, 'questions'>,
  answers: string[][],
): boolean =>
  questions.some(({ options }, index) =>
    options.some(({ label, labelKey }) => labelKey === NEW_SESSION && answers[index]?.includes(label)),
  )
