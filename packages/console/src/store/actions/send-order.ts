import { keyOf } from '../session-key.ts'
import type { SessionRef } from '../types.ts'

/** `at-once`: nothing was before it. `stopped`: the session was stopped while it waited. */
export interface Turn {
  after: 'at-once' | 'waited' | 'stopped'
  /** Lets the next one go. Whoever has a turn calls it sooner or later; more than once is as good. */
  leave: () => void
}

/** Prompts of a session go one after the other: the engine answers before it has a message, and takes those that come close together in any order. */
export class SendOrder {
  /** Each resolves when neither the last one of its session nor one before it stands in the way any more. */
  readonly #last = new Map<string, Promise<void>>()
  readonly #stops = new Map<string, AbortController>()

  async turn(ref: SessionRef): Promise<Turn> {
    const key = keyOf(ref)
    const before = this.#last.get(key)
    let leave = (): void => undefined
    const left = new Promise<void>((resolve) => (leave = resolve))
    // One that is stopped leaves while the one before it still stands in the way.
    const own = Promise.all([before, left]).then(() => undefined)
    this.#last.set(key, own)
    void own.then(() => this.#forget(key, own))
    if (!before) return { after: 'at-once', leave }
    const { signal } = this.#stopOf(key)
    await Promise.race([
      before,
      new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
    ])
    return { after: signal.aborted ? 'stopped' : 'waited', leave }
  }

  /** What waits now is not to go. */
  stop(ref: SessionRef): void {
    const key = keyOf(ref)
    this.#stops.get(key)?.abort()
    this.#stops.delete(key)
  }

  #stopOf(key: string): AbortController {
    const known = this.#stops.get(key)
    if (known) return known
    const fresh = new AbortController()
    this.#stops.set(key, fresh)
    return fresh
  }

  #forget(key: string, own: Promise<void>): void {
    if (this.#last.get(key) !== own) return
    this.#last.delete(key)
    this.#stops.delete(key)
  }
}
