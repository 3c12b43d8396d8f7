import type { QuestionInfo } from '@kilocode/sdk/v2/client'

/** What was chosen for one question so far. */
export interface Draft {
  chosen: string[]
  /** Free text, where it is allowed and was begun. */
  own: string
}

export const emptyDraft = (): Draft => ({ chosen: [], own: '' })

/** Chooses or takes back an option. Of several choices where one is wanted, the last stays. */
export function choose(question: QuestionInfo, draft: Draft, label: string): Draft {
  if (!question.multiple) return { chosen: [label], own: '' }
  const chosen = draft.chosen.includes(label)
    ? draft.chosen.filter((each) => each !== label)
    : [...draft.chosen, label]
  return { ...draft, chosen }
}

/** Free text takes the place of a single choice, and stands beside several. */
export function write(question: QuestionInfo, draft: Draft, own: string): Draft {
  return { chosen: question.multiple || own.trim() === '' ? draft.chosen : [], own }
}

/** The answer to one question: labels in the order of the options, then the free text. */
export function answerOf(question: QuestionInfo, draft: Draft): string[] {
  const labels = question.options.map(({ label }) => label).filter((label) => draft.chosen.includes(label))
  const own = draft.own.trim()
  return own === '' ? labels : [...labels, own]
}

/** Whether every question has an answer. */
export function isComplete(questions: readonly QuestionInfo[], drafts: readonly Draft[]): boolean {
  return questions.every((question, index) => answerOf(question, drafts[index] ?? emptyDraft()).length > 0)
}
