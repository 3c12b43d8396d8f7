/**
 * PURE: the part of a request target that goes to the engine. Anything that two parsers could read in two ways is refused, not repaired
 * (faults.md 38): encoded slashes and dots, empty and dot segments, fragments, backslashes, control characters.
 */

/** The target below `/api/servers/<id>/engine`, with a leading slash, query included; null for one that must not be sent. */
export function enginePath(rest: string): string | null {
  const mark = rest.indexOf('?')
  const path = mark === -1 ? rest : rest.slice(0, mark)
  const query = mark === -1 ? '' : rest.slice(mark + 1)
  if (!isPlainPath(path) || !/^[\x21\x24-\x7e]*$/.test(query)) return null
  const kept = withPlainDirectory(withoutCredential(query))
  return kept === '' ? path : `${path}?${kept}`
}

/** Visible ASCII, without `"` `#` `\`; every segment named, none of them `.` or `..`. The last one may be empty. */
function isPlainPath(path: string): boolean {
  if (!/^\/[\x21\x24-\x5b\x5d-\x7e]*$/.test(path)) return false
  const segments = path.slice(1).split('/')
  return segments.every((segment, at) => {
    const name = decoded(segment)
    if (name === null || name === '.' || name === '..' || /[/\\\p{Cc}]/u.test(name)) return false
    return name !== '' || at === segments.length - 1
  })
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** The engine takes `?auth_token=` in place of the header: only the host says who it is. */
function withoutCredential(query: string): string {
  return query
    .split('&')
    .filter((pair) => decoded(pair.split('=', 1)[0] ?? '')?.toLowerCase() !== 'auth_token')
    .join('&')
}

/** The engine decodes this parameter once more than others do: a folder called `a%2Fb` would be `a/b` to it (faults.md 71). */
function withPlainDirectory(query: string): string {
  return query
    .split('&')
    .map((pair) => (pair.startsWith('directory=') ? pair.replaceAll('%25', '%2525') : pair))
    .join('&')
}
