/** The last that was begun in each repository. */
const last = new Map<string, Promise<unknown>>()

/** What changes a repository, one after the other: two at a time lock each other out, and one would take the other's half for its own. */
export async function inTurn<T>(repository: string, work: () => Promise<T>): Promise<T> {
  const done = (last.get(repository) ?? Promise.resolve()).then(work)
  const settled = done.catch(() => undefined)
  last.set(repository, settled)
  try {
    return await done
  } finally {
    if (last.get(repository) === settled) last.delete(repository)
  }
}
