/** Where something listens. */
export interface Place {
  hostname: string
  port: number
}

/** Where services of this machine listen and are looked for, unless somebody says otherwise. */
export const LOOPBACK = '127.0.0.1'

/** The host as it stands in a URL: a wildcard address cannot be connected to, IPv6 needs brackets. */
export function urlHost(hostname: string): string {
  if (hostname === '0.0.0.0' || hostname === '::') return LOOPBACK
  return hostname.includes(':') ? `[${hostname}]` : hostname
}

/** Where a service that listens there is reached. */
export function serviceUrl({ hostname, port }: Place): string {
  return `http://${urlHost(hostname)}:${port}`
}
