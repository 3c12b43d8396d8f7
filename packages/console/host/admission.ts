/** Who may use a route that the guard lets through: the page with both halves of its login, the CLI with the control token. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Access } from '../shared/routes.ts'
import { cookieValues } from './auth/cookie.ts'
import type { Over } from './auth/halves.ts'
import { sameSecret } from './auth/secret.ts'
import type { SessionId } from './auth/session-file.ts'
import type { Console } from './console.ts'
import { HttpProblem } from './http/problem.ts'

/** Throws unless the caller may use a route of this access. Gives the session, null where none is needed. */
export function admit(console: Console, access: Access, headers: IncomingHttpHeaders): SessionId | null {
  if (access === 'session') return admitSession(console, headers, 'http')
  if (access === 'public') return null
  const [scheme, token = ''] = (headers.authorization ?? '').split(' ')
  if (scheme === 'Bearer' && sameSecret(token, console.options.controlToken)) return null
  throw new HttpProblem(401, 'no-control-token', 'Only the kilo command may do this.', 'kilo console')
}

export function admitSession(console: Console, headers: IncomingHttpHeaders, over: Over): SessionId {
  const session = console.sessionOf(headers, over)
  if (session !== null) return session
  if (console.sessions.isOutdated(cookieValues(headers.cookie, console.cookieName)))
    throw new HttpProblem(401, 'outdated-login', 'This version needs one new login.', 'kilo console')
  throw new HttpProblem(401, 'not-logged-in', 'This browser is not logged in to the console.', 'kilo console')
}
