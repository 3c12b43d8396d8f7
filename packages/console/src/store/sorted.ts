/** Lists kept in order by id. The engine's ids ascend with time, so a new one nearly always goes to the end. */

interface Identified {
  id: string
}

/** Of two entries that are not the same. */
type Compare<T> = (a: T, b: T) => number

const byId: Compare<Identified> = (a, b) => (a.id < b.id ? -1 : 1)

/** Replaces the entry of that id or inserts it in its place; changes `list`. */
export function upsert<T extends Identified>(list: T[], entry: T, compare: Compare<T> = byId): void {
  const at = list.findIndex((other) => other.id === entry.id)
  if (at >= 0) {
    list[at] = entry
    return
  }
  let place = list.length
  for (let before = list[place - 1]; before && compare(before, entry) > 0; before = list[place - 1])
    place -= 1
  list.splice(place, 0, entry)
}

/** Removes the entry of that id, if there; changes `list`. */
export function removeById(list: Identified[], id: string): void {
  const at = list.findIndex((entry) => entry.id === id)
  if (at >= 0) list.splice(at, 1)
}
