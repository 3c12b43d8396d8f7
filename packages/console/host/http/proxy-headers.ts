/** PURE: which headers cross between browser and engine (faults.md 37). */
import type { IncomingHttpHeaders } from 'node:http'
import { dataHeaders } from './problem.ts'

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
])
const SOCKET_HEADERS = new Set([
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
  'user-agent',
])

/** Headers for the engine. A chunked body stays chunked: without that framing a DELETE's body would be read as a second request. */
export function engineRequestHeaders(
  inbound: IncomingHttpHeaders,
  authorization: string | undefined,
): IncomingHttpHeaders {
  const named = namedByConnection(inbound)
  const headers = pick(
    inbound,
    (name) => (REQUEST_HEADERS.has(name) || name.startsWith('x-kilo-')) && !named.has(name),
  )
  if (inbound['transfer-encoding'] !== undefined) {
    headers['transfer-encoding'] = 'chunked'
    delete headers['content-length']
  }
  return authorization === undefined ? headers : { ...headers, authorization }
}

export function engineUpgradeHeaders(
  inbound: IncomingHttpHeaders,
  authorization: string | undefined,
): IncomingHttpHeaders {
  const headers = pick(inbound, (name) => SOCKET_HEADERS.has(name))
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket' }
  return { ...headers, ...upgrade, ...(authorization === undefined ? {} : { authorization }) }
}

/** What an engine says about itself, about other origins or about the browser's state is not for this origin. */
const ENGINE_ONLY =
  /^(set-cookie2?|www-authenticate|proxy-.*|access-control-.*|content-security-policy.*|cross-origin-.*|x-frame-options|x-powered-by|server|strict-transport-security|public-key-pins.*|clear-site-data|service-worker-allowed|refresh|link|alt-svc|report-to|reporting-endpoints|nel|sourcemap|permissions-policy|referrer-policy|keep-alive|te|trailer|upgrade)$/

/**
 * Removes in place what must not reach the browser and adds ours. An engine's answer can be a file of the user's: opened as a page it would run in the
 * console's origin, hence the sandbox.
 */
export function cleanEngineResponse(headers: IncomingHttpHeaders): void {
  const named = namedByConnection(headers)
  for (const name of Object.keys(headers)) {
    if (ENGINE_ONLY.test(name) || named.has(name)) delete headers[name]
  }
  delete headers.connection
  if (headers.location !== undefined && !/^\/(?![/\\])/.test(headers.location)) delete headers.location
  Object.assign(headers, dataHeaders)
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
