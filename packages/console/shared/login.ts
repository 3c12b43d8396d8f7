/**
 * The two halves of a login. Cookies know no ports, so every program that a browser talks to on this machine receives ours; a key that only pages of
 * this origin can read comes beside it. Either half alone opens nothing (faults.md 58).
 */

/** The request header that carries the key. */
export const KEY_HEADER = 'x-kilo-key'

const PROTOCOL = 'kilo-key.'

/** A WebSocket takes no headers from a page: there the key is a subprotocol. */
export function keyProtocol(key: string): string {
  return PROTOCOL + key
}

/** The one of the offered subprotocols that carries a key, undefined without exactly one. */
export function keyProtocolIn(offered: string | undefined): string | undefined {
  const found = (offered ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name.startsWith(PROTOCOL))
  return found.length === 1 ? found[0] : undefined
}

/** The key of `kilo-key.<key>`. */
export function keyOfProtocol(protocol: string | undefined): string | undefined {
  return protocol?.slice(PROTOCOL.length)
}
