import { serviceUrl } from './ports.ts'
import { probe } from './probe.ts'
import type { Service } from './service.ts'
import type { ServiceState } from './state.ts'

/** One that answers like the service, and that no state file speaks of. */
export interface Unmanaged {
  port: number
  url: string
  /** Undefined: it wants a password, which we do not have for it. */
  version?: string
}

/** Loopback answers within milliseconds, and `status` is not to wait for somebody else's server. */
const TIMEOUT_MS = 500

/** Asks every port of the service's range, without a credential (faults.md 7). */
export async function findUnmanaged<S extends ServiceState>(service: Service<S>): Promise<Unmanaged[]> {
  const { first, last } = service.ports
  const hostname = service.wanted.hostname ?? '127.0.0.1'
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const found = await Promise.all(
    numbers.map(async (port): Promise<Unmanaged[]> => {
      const answer = await probe(service.health({ hostname, port }).url, { timeoutMs: TIMEOUT_MS })
      const place = { port, url: serviceUrl({ hostname, port }) }
      if (answer.kind === 'healthy') return [{ ...place, version: answer.version }]
      return answer.kind === 'locked' ? [place] : []
    }),
  )
  return found.flat()
}

export function describeUnmanaged(found: Unmanaged[]): string {
  const each = found.map(
    ({ url, version }) =>
      `${url} (${version === undefined ? 'wants a password' : version || 'of no version'})`,
  )
  return `unmanaged, and left alone: ${each.join(', ')}`
}
