/** Who wants to know when something, named by a key, ends. */
export interface Endings {
  /** Returns how to forget the listener. */
  on(key: string, listener: () => void): () => void
  /** Calls each listener once and forgets it. */
  end(key: string): void
  /** What waits for the end of `from` waits for the end of `to`, which nobody waits for yet. */
  move(from: string, to: string): void
}

export function makeEndings(): Endings {
  const waiting = new Map<string, Set<() => void>>()
  return {
    on(key, listener) {
      const listeners = waiting.get(key) ?? new Set()
      waiting.set(key, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && waiting.get(key) === listeners) waiting.delete(key)
      }
    },
    end(key) {
      const listeners = waiting.get(key)
      waiting.delete(key)
      listeners?.forEach((listener) => listener())
    },
    move(from, to) {
      const listeners = waiting.get(from)
      waiting.delete(from)
      if (listeners) waiting.set(to, listeners)
    },
  }
}
