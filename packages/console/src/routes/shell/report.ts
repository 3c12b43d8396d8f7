import { toProblem } from '../../sdk/problem.ts'
import { showToast } from '../../ui/toast.ts'

/** Tells about an action that failed: what was meant to happen, why it did not, what to do, and another try. */
export function reportFailure(what: string, error: unknown, retry?: () => void): void {
  const { message, hint } = toProblem(error)
  showToast({ tone: 'error', title: `${what}: ${message}`, hint: hint && `Next: ${hint}`, retry })
}
