import { toProblem } from '../sdk/problem.ts'
import { showToast, type Toast } from '../ui/toast.ts'

/** Tells about an action that failed: what was meant to happen, why it did not, what to do, and another try or act. Answers the message's id. */
export function reportFailure(
  what: string,
  error: unknown,
  retry?: () => void,
  action?: Toast['action'],
): number {
  const { message, hint } = toProblem(error)
  const [first = '', ...output] = message.split('\n')
  return showToast({
    tone: 'error',
    title: `${what}: ${first}`,
    detail: output.length > 0 ? unindent(output) : undefined,
    hint: hint && `Next: ${hint}`,
    retry,
    action,
  })
}

/** Quoted output is indented for terminals. */
function unindent(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^ {1,2}/, '')).join('\n')
}
