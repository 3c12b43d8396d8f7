/** PURE: which headers cross from browser to engine (faults.md 37). What comes back: `answer.ts`. */
import type { IncomingHttpHeaders } from 'node:http'
import { KEY_HEADER } from '../../shared/login.ts'

/**
 * A list of what may pass: cookies, credentials, forwarding and hop-by-hop headers stay out because they are not on it. No Origin either:
 * the engine refuses foreign ones, and the guard has already judged it.
 */
const REQUEST_HEADERS = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'content-encoding',
  'content-length',
  'content-type',
  'if-modified-since',
  'if-none-match',
  'last-event-id',
  'range',
  'user-agent',
  // What opencode calls Kilo's header of that name.
  'x-opencode-ticket',
])
/** No protocol (it carries the browser's half of the login) and no extension: the engine has neither. */
const SOCKET_HEADERS = new Set(['sec-websocket-key', 'sec-websocket-version', 'user-agent'])

/** Headers for the engine. A chunked body stays chunked: without that framing a DELETE's body would be read as a second request. */
export function engineRequestHeaders(
  inbound: IncomingHttpHeaders,
  authorization: string | undefined,
): IncomingHttpHeaders {
  const named = namedByConnection(inbound)
  const headers = pick(inbound, (name) => isForEngine(name) && !named.has(name))
  if (inbound['transfer-encoding'] !== undefined) {
    headers['transfer-encoding'] = 'chunked'
    delete headers['content-length']
  }
  return authorization === undefined ? headers : { ...headers, authorization }
}

/** The engine has headers of its own; the key of a login is between browser and host. */
function isForEngine(name: string): boolean {
  return REQUEST_HEADERS.has(name) || (name.startsWith('x-kilo-') && name !== KEY_HEADER)
}

export function engineUpgradeHeaders(
  inbound: IncomingHttpHeaders,
  authorization: string | undefined,
): IncomingHttpHeaders {
  const headers = pick(inbound, (name) => SOCKET_HEADERS.has(name))
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket' }
  return { ...headers, ...upgrade, ...(authorization === undefined ? {} : { authorization }) }
}

/** `Connection: close, x-foo` makes `x-foo` a header of this hop alone. */
function namedByConnection(headers: IncomingHttpHeaders): Set<string> {
  const names = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase())
  // Framing is ours to judge: a client may not talk it away.
  return new Set(names.filter((name) => name !== 'content-length' && name !== 'transfer-encoding'))
}

function pick(headers: IncomingHttpHeaders, wanted: (name: string) => boolean): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => wanted(name)))
}
