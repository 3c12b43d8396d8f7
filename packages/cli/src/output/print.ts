import { write } from './write.ts'

/** What a command hands back: `json` for scripts, `text` for people, one entry per line. */
export interface Report {
  json: object
  text: string[]
  /** Default 0. */
  exitCode?: number
}

export function printReport(report: Report, json: boolean): number {
  write(json ? JSON.stringify(report.json) : report.text.join('\n'))
  return report.exitCode ?? 0
}

/** To stderr, for what a person should know beside the result. */
export function warn(message: string, hint?: string): void {
  process.stderr.write(`kilo: ${message}\n${hint ? `hint: ${hint}\n` : ''}`)
}

interface Problem {
  code: string
  message: string
  hint: string
}

/** An error as scripts see it. What is not ours is a fault of this program. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Error && 'code' in error && 'hint' in error) {
    return { code: String(error.code), message: error.message, hint: String(error.hint) }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'internal', message, hint: 'KILO_DEBUG=1 shows where it happened' }
}

export function printError(error: unknown, { json, debug }: { json: boolean; debug: boolean }): void {
  const problem = problemOf(error)
  if (json) write(JSON.stringify({ error: problem }))
  else warn(problem.message, problem.hint)
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
}

const USAGE = 2
const FAILED = 1

export function exitCodeOf(error: unknown): number {
  if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number')
    return error.exitCode
  return problemOf(error).code === 'usage' ? USAGE : FAILED
}
