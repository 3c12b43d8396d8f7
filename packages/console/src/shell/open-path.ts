/** What a path of the app shows. Pure. */
export interface OpenPath {
  serverId: string
  kind: 'projects' | 'sessions' | 'terminals'
  id: string
}

const PATTERN = /\/servers\/([^/]+)\/(projects|sessions|terminals)\/([^/?#]+)/

/** Undefined for the overview and the settings. */
export function openPathOf(pathname: string): OpenPath | undefined {
  const [, server, kind, id] = PATTERN.exec(pathname) ?? []
  if (!server || !id || (kind !== 'projects' && kind !== 'sessions' && kind !== 'terminals')) return undefined
  try {
    return { serverId: decodeURIComponent(server), kind, id: decodeURIComponent(id) }
  } catch {
    // A path that somebody has typed wrong shows the page for missing things.
    return undefined
  }
}

/** The one of `keys` that is `step` places after `current`, round the ends; without a current one the first or the last. */
export function neighbour(
  keys: readonly string[],
  current: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = current === undefined ? -1 : keys.indexOf(current)
  if (at < 0) return keys.at(step === 1 ? 0 : -1)
  return keys[(at + step + keys.length) % keys.length]
}
