/**
 * PURE: may this request come in at all? Decided from its method and headers alone, before any login is looked at
 * (faults.md 33, 34, 58). A page on another origin can make the user's browser send requests, with the cookie; it can't choose Host, Origin or
 * Sec-Fetch-*.
 */
import { LOOPBACK } from '@kilo-console/daemon'
import type { RouteKind } from '../shared/routes.ts'

export interface GuardRequest {
  method: string
  /** The request target as it came, before any parsing. */
  target: string
  /** Names and values a few at a time, as Node gives them: a doubled header is still two. */
  rawHeaders: readonly string[]
  kind: RouteKind
  /** Allowed values of Host, lower case. */
  hosts: ReadonlySet<string>
}

interface Refusal {
  allow: false
  status: number
  code: string
  message: string
}

export type Verdict = { allow: true } | Refusal

const READS = new Set(['GET', 'HEAD'])

export function judge(request: GuardRequest): Verdict {
  const hosts = valuesOf(request.rawHeaders, 'host')
  const host = hosts[0]?.toLowerCase()
  if (!request.target.startsWith('/') || request.target.startsWith('//')) {
    return refuse(403, 'foreign-host', 'The request target must be a path.')
  }
  if (host === undefined || hosts.length !== 1 || !request.hosts.has(host)) {
    return refuse(403, 'foreign-host', 'This name is not one that the console answers to.')
  }
  return judgeOrigin(request, host) ?? judgeUse(request) ?? { allow: true }
}

function judgeOrigin({ method, rawHeaders, kind }: GuardRequest, host: string): Refusal | null {
  const origins = valuesOf(rawHeaders, 'origin')
  const sites = valuesOf(rawHeaders, 'sec-fetch-site')
  const exact = origins.length === 1 && origins[0] === `http://${host}`
  const change = !READS.has(method)
  if (kind === 'app' && !change) return null
  if (origins.length > 0 && !exact) return refuse(403, 'foreign-origin', 'This page may not use the console.')
  if (!sites.every((site) => isOwnSite(site, change || kind === 'socket'))) {
    return refuse(403, 'foreign-site', 'Another site may not use the console.')
  }
  if (kind === 'socket' && !exact)
    return refuse(403, 'no-origin', 'A WebSocket needs the console’s own Origin.')
  if (change && kind !== 'control' && !exact && sites.length !== 1) {
    return refuse(403, 'no-origin', 'A change needs the console’s own Origin.')
  }
  return null
}

/**
 * What an engine answers passes here under the page's own origin. It is for code of the page to read; as a script, a worker or a document it would be code of
 * the page. Firefox says `empty` of a WebSocket.
 */
function judgeUse({ rawHeaders, kind }: GuardRequest): Refusal | null {
  if (kind === 'app' || kind === 'control') return null
  const uses = valuesOf(rawHeaders, 'sec-fetch-dest')
  const fits = (use: string) => use === 'empty' || (kind === 'socket' && use === 'websocket')
  return uses.every(fits) ? null : refuse(403, 'foreign-use', 'Data is for the page’s own code to read.')
}

/** `none` is the user's own doing (address bar), so it may read; a change always comes from a page. */
function isOwnSite(site: string, change: boolean): boolean {
  return site === 'same-origin' || (site === 'none' && !change)
}

function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name)
}

function refuse(status: number, code: string, message: string): Refusal {
  return { allow: false, status, code, message }
}

export interface Listening {
  hostname: string
  port: number
  /** Addresses of this machine, for a host that listens on all of them. A name could be rebound by DNS, an address can't. */
  ownAddresses: readonly string[]
}

/** The values of Host that mean us. */
export function allowedHosts({ hostname, port, ownAddresses }: Listening): Set<string> {
  const everywhere = hostname === '0.0.0.0' || hostname === '::'
  const names = [LOOPBACK, 'localhost', '::1', hostname, ...(everywhere ? ownAddresses : [])]
  const hosts = names.map((name) => (name.includes(':') ? `[${name}]` : name).toLowerCase())
  return new Set(hosts.flatMap((host) => (port === 80 ? [host, `${host}:80`] : [`${host}:${port}`])))
}
