/** PURE: the session cookie, written and read. */

/** Cookies know no ports: the name tells two consoles on one machine apart. */
export function cookieName(port: number): string {
  return `kilo_console_${port}`
}

export function setCookie(name: string, value: string, path: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict`
}

/** More than a browser keeps for one host (Chromium and Firefox: 180). */
const MAX_VALUES = 256

/**
 * All values under the name that could be ours, 43 characters of base64url. Another program on this machine can set cookies of the same name for every
 * path (`/api`, `/api/`, …), and a browser sends those first: they must not log the user out.
 */
export function cookieValues(header: string | undefined, name: string): string[] {
  const ours = new RegExp(`(?:^|;)[ \\t]*${name}=([\\w-]{43})[ \\t]*(?=;|$)`, 'g')
  return [...take(header?.matchAll(ours) ?? [], MAX_VALUES)].map((match) => match[1] ?? '')
}

function* take<T>(items: Iterable<T>, count: number): Iterable<T> {
  let taken = 0
  for (const item of items) {
    yield item
    taken += 1
    if (taken === count) return
  }
}
