import { problemOf } from '../output/print.ts'

/** One line of the doctor's report. */
export interface Finding {
  /** What was looked at: one or two words. */
  check: string
  /** `skipped`: it was not come to. */
  state: 'ok' | 'warning' | 'failed' | 'skipped'
  what: string
  /** What to run about it. Each warning and failure has one, or an advice. */
  hint?: string
  /** What to do about it, where that is no command. */
  advice?: string
}

export const ok = (check: string, what: string): Finding => ({ check, state: 'ok', what })

export const warning = (check: string, what: string, hint: string): Finding => ({
  check,
  state: 'warning',
  what,
  hint,
})

export const failed = (check: string, what: string, hint: string): Finding => ({
  check,
  state: 'failed',
  what,
  hint,
})

/** A check that fails itself is a finding, and the others are still told. */
export async function examine(check: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look()
  } catch (error) {
    const { message, hint } = problemOf(error)
    return [failed(check, message, hint)]
  }
}
