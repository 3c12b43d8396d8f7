/** PURE: settings as single values, each with its path: what files set and what is in force are compared value by value. */

export interface Leaf {
  path: string[]
  value: unknown
}

export type Leaves = ReadonlyMap<string, Leaf>

/** A list is one value; so is an empty object, and what is nested deeper than this. */
const MOST_DEPTH = 12
const MOST_LEAVES = 5000

const keyOf = (path: readonly string[]): string => JSON.stringify(path)

export function leavesOf(settings: Record<string, unknown>): Leaves {
  const leaves = new Map<string, Leaf>()
  collect(settings, [], leaves)
  return leaves
}

function collect(bag: Record<string, unknown>, path: string[], into: Map<string, Leaf>): void {
  for (const [name, value] of Object.entries(bag)) {
    if (into.size >= MOST_LEAVES) return
    if (path.length === 0 && name === '$schema') continue
    const own = [...path, name]
    if (isBag(value) && own.length < MOST_DEPTH && Object.keys(value).length > 0) collect(value, own, into)
    else put(into, own, value)
  }
}

/** One action for all permissions is kept by the engine as one for `*`. */
export function put(into: Map<string, Leaf>, path: string[], value: unknown): void {
  const own =
    path.length === 1 && path[0] === 'permission' && typeof value === 'string' ? [...path, '*'] : path
  into.set(keyOf(own), { path: own, value })
}

/** What stands there; undefined: nothing. */
export function valueAt(settings: Record<string, unknown>, path: readonly string[]): unknown {
  let at: unknown = settings
  for (const name of writtenPath(settings, path)) {
    if (!isBag(at) || !Object.hasOwn(at, name)) return undefined
    at = at[name]
  }
  return at
}

/** Where a file has it: of one action for all permissions there is no `*`. */
export function writtenPath(settings: Record<string, unknown>, path: readonly string[]): readonly string[] {
  const isShort = path.length === 2 && path[0] === 'permission' && path[1] === '*'
  return isShort && typeof settings['permission'] === 'string' ? ['permission'] : path
}

function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
