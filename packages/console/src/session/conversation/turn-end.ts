/** What the end of a turn means to a reader, from what the engine leaves behind (measured on 7.7.7, docs/engine.md). Pure. */
import type { AssistantMessage, Message, UserMessage } from '@kilocode/sdk/v2/client'
import type { Problem } from '../../../shared/api.ts'

/**
 * `interrupted`: the engine ended in the middle. `stopped`: somebody stopped it before anything was written. `empty`: the model had nothing to
 * say. Null: there is nothing to say about it, or the message's own error says it.
 */
export type AnswerEnd = 'interrupted' | 'stopped' | 'empty' | null

export interface AnswerSigns {
  /** It is being written. */
  live: boolean
  /** Something of it is on the screen. */
  shown: boolean
  /** Something of an earlier step of its turn is. */
  turnShown: boolean
  /** The host saw that its engine ended at this point. */
  cutOff: boolean
}

export function answerEndOf(
  { error, finish, time }: Pick<AssistantMessage, 'error' | 'finish' | 'time'>,
  { live, shown, turnShown, cutOff }: AnswerSigns,
): AnswerEnd {
  if (live || error) return null
  if (time.completed === undefined) return 'interrupted'
  // Between two steps: a turn also ends here, with a call that was refused.
  if (finish === 'tool-calls') return cutOff ? 'interrupted' : null
  if (shown) return null
  // A turn that is stopped while it waits for another try, or for the network, ends without a reason.
  if (finish === undefined) return 'stopped'
  return turnShown ? null : 'empty'
}

export interface Words {
  tone: 'error' | 'warning' | 'info'
  title: string
  hint: string
}

const TRY = 'Write what to do instead, or try again.'

/** `resumes`: the engine can go on from there; else the prompt is sent again. */
export const endWords = (resumes: boolean): Record<NonNullable<AnswerEnd>, Words> => ({
  interrupted: {
    tone: 'warning',
    title: 'Interrupted',
    hint: `The server ended in the middle of this turn. ${resumes ? 'Resume to go on from here.' : 'Try again to send the prompt again.'}`,
  },
  stopped: { tone: 'info', title: 'Stopped', hint: TRY },
  empty: { tone: 'warning', title: 'Kilo returned no answer', hint: 'Try again, or choose another model.' },
})

/** Whether it was stopped, while the prompt was there already. */
function wasStopped(before: Message | undefined, { time }: UserMessage): boolean {
  if (before?.role !== 'assistant' || (before.time.completed ?? 0) < time.created) return false
  const end = answerEndOf(before, { live: false, shown: false, turnShown: false, cutOff: false })
  return before.error?.name === 'MessageAbortedError' || end === 'stopped'
}

/** Why a prompt has no answer, as far as it is known. `before` is the message before it, `failed` the error that ended the turn. */
export function unansweredWords(
  prompt: UserMessage,
  { before, failed, cutOff }: { before: Message | undefined; failed: Problem | undefined; cutOff: boolean },
): Words {
  if (failed)
    return {
      tone: 'error',
      title: failed.message,
      hint: failed.hint ?? 'Choose another model, or try again.',
    }
  if (wasStopped(before, prompt))
    return { tone: 'info', title: 'Not answered', hint: 'Kilo was stopped before it read this.' }
  if (cutOff || (before?.role === 'assistant' && before.time.completed === undefined))
    return { tone: 'warning', title: 'Not answered', hint: 'The server ended before Kilo read this.' }
  return { tone: 'info', title: 'Not answered', hint: 'Kilo did not get to this.' }
}
