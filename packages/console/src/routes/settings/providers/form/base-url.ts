/** PURE: the address of an OpenAI-compatible server, as the engine wants it: without what it adds itself. */

export type Api = 'chat' | 'responses'

export type ReadAddress =
  | {
      url: string
      /** What was changed of it, in words. */
      changed?: string
      /** It is written as that of a route: which one the server is to be asked by. */
      api?: Api
      /** The end that most servers want is missing. */
      lacksVersion: boolean
    }
  | { problem: string }

/** Routes that people copy along. */
const ROUTES: readonly [ending: string, api?: Api][] = [
  ['/chat/completions', 'chat'],
  ['/responses', 'responses'],
  ['/completions', 'chat'],
  ['/models'],
]
const MOST_TEXT = 2000

export function readAddress(text: string): ReadAddress {
  const written = text.trim()
  if (written === '') return { problem: 'Write the address of the server.' }
  if (written.length > MOST_TEXT) return { problem: 'This is too long.' }
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `${schemeFor(written)}${written}`
  if (!URL.canParse(whole)) return { problem: 'This is no address.' }
  const url = new URL(whole)
  if (!/^https?:$/.test(url.protocol)) return { problem: 'It begins with http:// or https://.' }
  if (url.username !== '' || url.password !== '')
    return { problem: 'Leave the login out of the address: the key has a field of its own.' }
  if (url.search !== '' || url.hash !== '')
    return { problem: 'Leave out what is behind “?” or “#”: Kilo adds a path at the end.' }
  return corrected(url, whole === written ? [] : [`“${schemeFor(written)}” was added.`])
}

function corrected(url: URL, changes: string[]): ReadAddress {
  const path = url.pathname.replace(/\/+$/, '')
  const [ending, api] = ROUTES.find(([one]) => path.toLowerCase().endsWith(one)) ?? ['']
  const kept = path.slice(0, path.length - ending.length).replace(/\/+$/, '')
  const changed = ending === '' ? changes : [...changes, `“${ending}” was left out: Kilo adds it.`]
  return {
    url: url.origin + kept,
    ...(changed.length > 0 && { changed: changed.join(' ') }),
    ...(api && { api }),
    lacksVersion: !/\/v\d+\w*(\/|$)/i.test(kept),
  }
}

/** What is reached on this machine speaks no TLS as a rule. */
function schemeFor(written: string): string {
  return /^(localhost|127\.|0\.0\.0\.0|\[::1\])/i.test(written) ? 'http://' : 'https://'
}
