import type { Problem } from '../../shared/api.ts'

/** An error that a person can act on. Everything below the views throws this. */
export class ProblemError extends Error {
  readonly code: string
  readonly hint: string | undefined
  readonly status: number | undefined

  constructor(problem: Problem, status?: number) {
    super(problem.message)
    this.name = 'ProblemError'
    this.code = problem.code
    this.hint = problem.hint
    this.status = status
  }
}

interface ErrorShape {
  error?: Problem
  name?: string
  _tag?: string
  message?: string
  data?: { message?: string }
}

const NOTHING = 'No response from the server.'

/** Reads the error bodies of the host (`{error}`) and of the engine (`{name, data}` or `{_tag, message}`, engine.md). */
export function problemOf(body: unknown, status: number | undefined): Problem {
  const shape: ErrorShape = typeof body === 'object' && body !== null ? body : {}
  if (shape.error?.message) return shape.error
  const message = shape.data?.message ?? shape.message
  const code = shape.name ?? shape._tag ?? (status ? `http-${status}` : 'unknown')
  if (message) return { code, message }
  if (typeof body === 'string' && body !== '') return { code, message: body.slice(0, 300) }
  return { code, message: status ? `The server answered ${status}.` : NOTHING }
}

/** Of an answer that was to be something else: what the engine says in its place. It names the kind of error, and says it. */
export function refusalIn(answer: unknown): Problem | undefined {
  const { code, message } = problemOf(answer, undefined)
  const isOne = code !== 'unknown' && typeof code === 'string' && typeof message === 'string'
  return isOne && message !== NOTHING ? { code, message } : undefined
}

const UNREACHABLE: Problem = {
  code: 'host-unreachable',
  message: 'The console host isn’t responding.',
  hint: 'kilo console',
}

/** Whatever was thrown, as a problem. A `TypeError` is what `fetch` throws when the network fails. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) {
    return { code: error.code, message: error.message, ...(error.hint ? { hint: error.hint } : {}) }
  }
  if (error instanceof TypeError) return UNREACHABLE
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
}
