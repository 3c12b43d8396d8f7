/**
 * A path in two: the `head` that may be cut, and the `tail`, its last segment with the separator before it, that may not. Both kinds of
 * separators count.
 */
export const splitPath = (path: string): { head: string; tail: string } => {
  const end = path.length > 1 && /[/\\]$/.test(path) ? path.length - 1 : path.length
  const cut = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1))
  return cut <= 0 ? { head: '', tail: path } : { head: path.slice(0, cut), tail: path.slice(cut) }
}

/** The last segment: `/home/me/app/` -> `app`; the root stays itself. */
export const baseName = (path: string): string => {
  const name = splitPath(path).tail.replace(/^[/\\]+|[/\\]+$/g, '')
  return name === '' ? path : name
}

/** With `~` for the home directory, where that is known. */
export const tildePath = (path: string, home: string | undefined): string => {
  if (!home || home === '/') return path
  if (path === home) return '~'
  return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path
}
