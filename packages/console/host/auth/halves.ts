/** PURE: both halves of a login (shared/login.ts), as a request brings them. */
import type { IncomingHttpHeaders } from 'node:http'
import { KEY_HEADER, keyOfProtocol, keyProtocolIn } from '../../shared/login.ts'
import { cookieValues } from './cookie.ts'

export interface Halves {
  /** Every value that came under our cookie's name. */
  cookies: string[]
  key: string
}

/** Where the key stands: in a header over HTTP, in the subprotocol of a WebSocket, and in the other's place it is none. */
export type Over = 'http' | 'socket'

export function halvesOf(headers: IncomingHttpHeaders, cookieName: string, over: Over): Halves {
  return { cookies: cookieValues(headers.cookie, cookieName), key: keyOf(headers, over) }
}

export function keyOf(headers: IncomingHttpHeaders, over: Over): string {
  const key =
    over === 'http' ? headers[KEY_HEADER] : keyOfProtocol(keyProtocolIn(headers['sec-websocket-protocol']))
  return typeof key === 'string' ? key.slice(0, 128) : ''
}
