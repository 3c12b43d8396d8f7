import type { Unsent, UnsentChange } from '../../../shared/unsent.ts'
import { host } from '../../sdk/host.ts'
import type { SessionRef } from '../types.ts'

/** The prompts on their way, as the host keeps them: for a reload, and for other pages. */
export class KeptPrompts {
  /** What the host is known to have kept: not there any more, another page has dealt with it. */
  readonly #known = new Set<string>()

  note(id: string): void {
    this.#known.add(id)
  }

  /** What the host cannot keep now is lost with this page alone. */
  change({ sessionId }: SessionRef, change: UnsentChange): void {
    const isKept = (id: string | undefined, { sent }: Unsent) => sent.some((kept) => kept.id === id)
    host.keepUnsent(sessionId, change).then(
      (now) => change.sent && isKept(change.sent.id, now) && this.#known.add(change.sent.id),
      () => undefined,
    )
  }

  /** Whether another page has dealt with it. Throws where the host can't say. */
  async isDoneElsewhere({ sessionId }: SessionRef, id: string): Promise<boolean> {
    if (!this.#known.has(id)) return false
    const { sent } = await host.keepUnsent(sessionId, {})
    return !sent.some((kept) => kept.id === id)
  }
}
