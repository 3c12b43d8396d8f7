import { createServer } from 'node:net'
import { systemCode } from '../errors.ts'

/** Whether this port can be bound on this address right now. It may be taken again the next moment: the caller must cope. */
export async function isFree(hostname: string, port: number): Promise<boolean> {
  return (await bindProblem(hostname, port)) === undefined
}

/** Why it cannot be bound, as the system's code: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`. Undefined: it can. */
export function bindProblem(hostname: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(systemCode(error) ?? error.message))
    server.listen({ host: hostname, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

export interface PortRange {
  first: number
  last: number
}

/** Which ports to try, in order: the fixed one alone, or the range, with the one used before (of the range or not) at its head. */
export function candidates({ first, last }: PortRange, fixed?: number, previous?: number): number[] {
  if (fixed !== undefined) return [fixed]
  const range = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return [...new Set(previous === undefined ? range : [previous, ...range])]
}
