import { LOOPBACK, serviceUrl } from '@kilo-console/daemon'

/** What a server on a port of this machine is known by, and where it is asked. It is the only place that makes an id of a port. */
export function localServer(port: number): { id: string; url: string } {
  return { id: `port-${port}`, url: serviceUrl({ hostname: LOOPBACK, port }) }
}
