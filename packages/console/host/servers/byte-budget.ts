import { AnswerError } from './answer-error.ts'

/** How many bytes may be read for one question, whatever the number of answers that it takes. */
export interface ByteBudget {
  /** Throws `AnswerError` when that is more than is left. */
  take(bytes: number): void
}

export function makeByteBudget(most: number): ByteBudget {
  let left = most
  return {
    take(bytes) {
      left -= bytes
      if (left < 0) throw new AnswerError('the answer is too large')
    },
  }
}
