import { afterLogin, currentUser, loginUrl } from './auth.js'
import { searchNotes } from './search.js'
import { openSession } from './session.js'

const notes = []

/** Answers a request: `{ status, headers, body }`. */
export function route({ method, url, cookies }) {
  if (url.pathname === '/login' && method === 'POST') {
    const id = openSession(url.searchParams.get('name') ?? 'guest')
    return redirect(afterLogin(url.searchParams), { 'set-cookie': `session=${id}; HttpOnly` })
  }
  const user = currentUser(cookies)
  if (!user) return redirect(loginUrl(url.pathname + url.search))
  if (url.pathname === '/search') return page(searchNotes(notes, url.searchParams.get('q') ?? ''))
  return page(notes)
}

function redirect(location, headers = {}) {
  return { status: 302, headers: { location, ...headers }, body: '' }
}

function page(found) {
  const items = found.map((note) => `<li>${note.text}</li>`).join('')
  return { status: 200, headers: { 'content-type': 'text/html' }, body: `<ul>${items}</ul>` }
}
