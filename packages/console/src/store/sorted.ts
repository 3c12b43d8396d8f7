/** Lists kept in order by id. The engine's ids ascend with time, so a new one nearly always goes to the end. */
import { unwrap } from 'solid-js/store'

interface Identified {
  id: string
}

/** Of two entries that are not the same. */
type Compare<T> = (a: T, b: T) => number

const byId: Compare<Identified> = (a, b) => (a.id < b.id ? -1 : 1)

/** Replaces the entry of that id or inserts it in its place; changes `list`. */
export function upsert<T extends Identified>(list: T[], entry: T, compare: Compare<T> = byId): void {
  // To look through a store's own list is a hundred times as dear.
  const bare = unwrap(list)
  const at = bare.findLastIndex((other) => other.id === entry.id)
  if (at >= 0) {
    list[at] = entry
    return
  }
  list.splice(bare.findLastIndex((other) => compare(other, entry) <= 0) + 1, 0, entry)
}

/** The list with these entries in their places, each in the stead of one with its id. */
export function merged<T extends Identified>(
  list: readonly T[],
  entries: readonly T[],
  compare: Compare<T> = byId,
): T[] {
  const fresh = new Map(entries.map((entry) => [entry.id, entry]))
  return [...fresh.values(), ...unwrap(list).filter(({ id }) => !fresh.has(id))].toSorted(compare)
}

/** Removes the entry of that id, if there; changes `list`. */
export function removeById(list: Identified[], id: string): void {
  const at = unwrap(list).findIndex((entry) => entry.id === id)
  if (at >= 0) list.splice(at, 1)
}
