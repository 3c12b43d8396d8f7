import type { Console } from './console.ts'
import { HttpProblem } from './http/problem.ts'
import type { Target } from './http/proxy.ts'

/** The engine behind an id. Throws 404 for an unknown one, 502 for one that can't be asked. */
export function targetOf({ discovery }: Console, id: string): Target {
  const view = discovery.find(id)
  if (!view) throw unknownServer(id)
  if (view.target) return view.target
  if (view.info.kind === 'foreign')
    throw new HttpProblem(403, 'foreign-server', 'This server belongs to another user of this machine.')
  if (view.info.health === 'locked')
    throw new HttpProblem(502, 'server-locked', 'This server wants a password.')
  throw new HttpProblem(502, 'server-unreachable', 'The server is not running.', 'kilo daemon start')
}

export function unknownServer(id: string): HttpProblem {
  return new HttpProblem(404, 'unknown-server', `There is no server "${id}".`, 'kilo daemon status')
}
