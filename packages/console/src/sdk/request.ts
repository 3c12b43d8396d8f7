import { KEY_HEADER } from '../../shared/login.ts'
import { pathTo } from '../../shared/paths.ts'
import { resolveSocketUrl, resolveUrl } from './base.ts'
import { dropLoginKey, loginKey, loginProtocols } from './login-key.ts'

/** `fetch` to the console's own host, with our half of the login. A 401 ends that: the host takes no other login than the one it knows. */
export async function request(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const asked = new Request(input, init)
  const key = loginKey()
  if (key !== null) asked.headers.set(KEY_HEADER, key)
  const response = await fetch(asked)
  // A refused launch link says nothing about the login that we have.
  if (response.status === 401 && asked.url !== resolveUrl(pathTo('logIn'))) dropLoginKey(key)
  return response
}

/** A WebSocket to a path below the base, with our half of the login. */
export function openSocket(path: string): WebSocket {
  return new WebSocket(resolveSocketUrl(path), loginProtocols())
}
