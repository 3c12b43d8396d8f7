/** Where a path that a text names lies, seen from the session's folder: the engine reads files of that folder alone. Pure. */

/** Relative to the folder, or undefined where it lies outside. */
export function placeIn(directory: string, path: string): string | undefined {
  const isAbsolute = path.startsWith('/')
  const base = directory.replace(/\/+$/, '')
  if (isAbsolute && !path.startsWith(`${base}/`)) return undefined
  const segments: string[] = []
  for (const segment of (isAbsolute ? path.slice(base.length) : path).split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.length === 0 ? undefined : segments.join('/')
}
