/** PURE: the session cookie, written and read. */

/** Cookies know no ports: the name tells two consoles on one machine apart. */
export function cookieName(port: number): string {
  return `kilo_console_${port}`
}

export function setCookie(name: string, value: string, path: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict`
}

/**
 * All values sent under the name, at most eight. Another program on this machine can set a second cookie of the same name, and it may come first:
 * it must not log the user out.
 */
export function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
    .slice(0, 8)
}
