import { HttpProblem } from '../http/problem.ts'

/** Why something of a server's can't be shown: 502 `server-unreachable`, whether it is gone, another's or answers nonsense. */
export function couldNotRead(what: string, error: unknown): HttpProblem {
  const reason = error instanceof Error ? error.message : String(error)
  return new HttpProblem(
    502,
    'server-unreachable',
    `${what} could not be read: ${reason}.`,
    'kilo daemon status',
  )
}
