/**
 * Paths as they are read. Of a path of Windows both kinds of slashes separate; on other systems a backslash is a letter like any other.
 * A relative path does not tell where it is from: there too both count.
 */
const separatorsOf = (path: string): string => (path.startsWith('/') ? '/' : '/\\')

const isSeparator = (path: string, at: number) => separatorsOf(path).includes(path.charAt(at))

/** Without the separators at its end; a root stays itself. */
const trimPath = (path: string): string => {
  let end = path.length
  while (end > 1 && isSeparator(path, end - 1)) end -= 1
  return /^[A-Za-z]:$/.test(path.slice(0, end)) ? path.slice(0, end + 1) : path.slice(0, end)
}

/** A path in two: the `head` that may be cut, and the `tail`, its last segment with the separator before it, that may not. */
export const splitPath = (path: string): { head: string; tail: string } => {
  const before = path.length - (isSeparator(path, path.length - 1) ? 2 : 1)
  const cut = Math.max(...Array.from(separatorsOf(path), (each) => path.lastIndexOf(each, before)))
  return cut <= 0 ? { head: '', tail: path } : { head: path.slice(0, cut), tail: path.slice(cut) }
}

/** The last segment: `/home/me/app/` -> `app`; the root stays itself. */
export const baseName = (path: string): string => segmentsOf(path).findLast((part) => part !== '') ?? path

/** `/a/b` -> ``, `a`, `b`; the root is one empty segment. */
export const segmentsOf = (path: string): string[] => {
  const segments = trimPath(path).split(path.startsWith('/') ? '/' : /[/\\]/)
  return segments.length > 1 && segments.at(-1) === '' ? segments.slice(0, -1) : segments
}

/** With `~` for the home directory, where that is known. */
export const tildePath = (path: string, home: string | undefined): string => {
  if (!home || trimPath(home) === '/') return path
  const base = trimPath(home)
  if (trimPath(path) === base) return '~'
  return path.startsWith(base) && isSeparator(path, base.length) ? `~${path.slice(base.length)}` : path
}

// What is not seen, or turns others around: with it one name could look like another, or reach over its neighbours (faults.md 42, 71).
const CONTROL = /[\p{Cc}]/gu
const TURNING = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu

/** A path or name on one line: a line end shows as `␊`. */
export const printablePath = (path: string): string =>
  path
    .replaceAll(CONTROL, (character) => {
      const code = character.charCodeAt(0)
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '\uFFFD'
    })
    .replaceAll(TURNING, '\uFFFD')
