/**
 * Stands for an object that is still to be loaded, for calls of methods that answer with promises, however deep: `deferred(load).session.get(…)`
 * loads it, then calls `session.get`. It is loaded once, and again after a failure.
 */
export function deferred<Target extends object>(load: () => Promise<Target>): Target {
  let loading: Promise<Target> | undefined
  const target = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
  return path(target, []) as Target
}

function path(target: () => Promise<object>, names: readonly string[]): object {
  return new Proxy(() => undefined, {
    // A `then` would make it a promise to whoever awaits it.
    get: (_, name) => (name === 'then' ? undefined : path(target, [...names, String(name)])),
    apply: async (_, __, given: unknown[]) => {
      const owner = names.slice(0, -1).reduce(member, await target())
      const method = member(owner, names.at(-1) ?? '') as (...given: unknown[]) => unknown
      return method.apply(owner, given)
    },
  })
}

function member(owner: object, name: string): object {
  return (owner as Record<string, object>)[name] ?? {}
}
