import { findSession } from './session.js'

/** Where a visitor without a session is sent, with the way back in `next`. */
export function loginUrl(path) {
  return `/login?next=${path}`
}

/** The page to show after the login. */
export function afterLogin(query) {
  return query.get('next') ?? '/'
}

/** The user of a request, or null when the visitor has to log in first. */
export function currentUser(cookies) {
  const session = findSession(cookies.session)
  return session ? session.user : null
}
