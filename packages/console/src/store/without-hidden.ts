/** Pure. All that are not hidden, and the one that is chosen. */
export function withoutHidden<Thing>(
  all: readonly Thing[],
  nameOf: (thing: Thing) => string,
  hidden: readonly string[],
  chosen: string | undefined,
): readonly Thing[] {
  if (hidden.length === 0) return all
  const names = new Set(hidden)
  return all.filter((thing) => nameOf(thing) === chosen || !names.has(nameOf(thing)))
}
