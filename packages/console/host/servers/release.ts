import type { ServerResponse } from 'node:http'
import { HttpProblem } from '../http/problem.ts'
import type { TerminalGuard } from '../terminals/guard.ts'

interface Visit {
  res: ServerResponse
  params: Record<string, string>
}

/** A halted terminal of the managed daemon goes on, or is interrupted. The engine need not answer for it. Throws 404, 409 `not-halted`. */
export async function letGo(
  { terminalGuard }: { terminalGuard: TerminalGuard },
  { res, params: { pty = '', act } }: Visit,
): Promise<void> {
  if (act !== 'continue' && act !== 'interrupt')
    throw new HttpProblem(404, 'not-found', 'There is no such route.')
  if (!(await terminalGuard.act(pty, act)))
    throw new HttpProblem(409, 'not-halted', 'This terminal is not paused any more.')
  res.writeHead(204).end()
}
