import { userName } from '../net/accounts.ts'
import { printable } from '../printable.ts'
import { probe } from '../net/probe.ts'
import type { Service } from '../services/service.ts'
import type { ServiceState } from '../state/state.ts'
import { usersOnPorts } from '../net/port-users.ts'
import { LOOPBACK, serviceUrl, urlHost } from '../place.ts'

/** One that answers like the service and that no state file speaks of, or somebody else's, who is not asked. */
export interface Unmanaged {
  port: number
  url: string
  /** Undefined: it wants a password, which we do not have for it, or is another user's. */
  version?: string
  /** The other user whose server it is. */
  user?: string
}

/** Loopback answers within milliseconds, and `status` is not to wait for somebody else's server. */
const TIMEOUT_MS = 500

/** Asks every port of the service's range where a process of this user listens, without a credential (faults.md 7, 56). */
export async function findUnmanaged<S extends ServiceState>(service: Service<S>): Promise<Unmanaged[]> {
  const { first, last } = service.ports
  const hostname = service.wanted.hostname ?? LOOPBACK
  const users = await usersOnPorts(service.ports, urlHost(hostname))
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const found = await Promise.all(
    numbers.map(async (port): Promise<Unmanaged[]> => {
      const place = { port, url: serviceUrl({ hostname, port }) }
      const uid = users?.get(port)
      if (uid !== undefined && uid !== process.getuid?.()) return [{ ...place, user: await userName(uid) }]
      if (users && uid === undefined) return []
      const answer = await probe(service.health({ hostname, port }).url, { timeoutMs: TIMEOUT_MS })
      if (answer.kind === 'healthy') return [{ ...place, version: answer.version }]
      return answer.kind === 'locked' ? [place] : []
    }),
  )
  return found.flat()
}

/** PURE. */
export function describeUnmanaged(found: Unmanaged[]): string {
  const each = found.map(({ port, url, version, user }) =>
    user === undefined
      ? `${url} (${version === undefined ? 'wants a password' : version || 'of no version'})`
      : `port ${port}: another user's server (${printable(user)})`,
  )
  return `unmanaged, and left alone: ${each.join(', ')}`
}
