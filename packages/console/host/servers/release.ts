import type { ServerResponse } from 'node:http'
import type { RouteParams } from '../../shared/routes.ts'
import { HttpProblem } from '../http/problem.ts'
import type { TerminalGuard } from '../terminals/guard.ts'

interface Visit {
  res: ServerResponse
  params: RouteParams<'flood'>
}

/** A halted terminal of the managed daemon goes on, or is interrupted. The engine need not answer for it. Throws 409 `not-halted`. */
export async function letGo(
  { terminalGuard }: { terminalGuard: TerminalGuard },
  { res, params: { pty, act } }: Visit,
): Promise<void> {
  if (!(await terminalGuard.act(pty, act)))
    throw new HttpProblem(409, 'not-halted', 'This terminal is not paused any more.')
  res.writeHead(204).end()
}
