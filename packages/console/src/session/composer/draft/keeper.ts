import { unsentLimits, type Draft, type Unsent, type UnsentChange } from '../../../../shared/unsent.ts'
import { ProblemError } from '../../../sdk/problem.ts'

/** After the last keystroke. Milliseconds. */
export const KEEP_MS = 500
/** After a failure, longer with each: the host may be away. Milliseconds. */
const RETRY_MS = { first: 2000, longest: 60_000 }

/** A draft of this page, and the host that keeps it. */
export interface KeeperParts {
  /** As it is to be kept; undefined: nothing was written here. */
  written: () => Draft | undefined
  post: (change: UnsentChange) => Promise<Unsent>
  /** What another page or browser has written; undefined: nothing is kept. */
  offer: (draft: Draft | undefined) => void
}

/** Has the host keep one session's draft, until it does: while the host is away, the page may be the only one that has it. */
export class Keeper {
  readonly #parts: KeeperParts
  /** What needs no keeping any more, or is on its way. */
  #done: Draft | undefined
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #looking: Promise<void> | undefined

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  /** Something may have been written: it is kept when nobody has written on for a moment. */
  note(): void {
    if (this.#unkept()) this.#later(KEEP_MS)
  }

  /** Now: the page, or the view, is about to go. */
  keep(): void {
    clearTimeout(this.#timer)
    const draft = this.#unkept()
    if (draft) void this.#keep(draft)
  }

  /**
   * Takes over what was written elsewhere since: nobody is to write on what is old, and put that in the place of what is new. Who comes back to a page
   * both sees it and gives it the focus: that is asked once.
   */
  async look(): Promise<void> {
    if (this.#unkept()) return this.keep()
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined))
    await this.#looking
  }

  async #look(): Promise<void> {
    const now = await this.#parts.post({}).catch(() => undefined)
    if (now) this.#parts.offer(now.draft)
  }

  #unkept(): Draft | undefined {
    const draft = this.#parts.written()
    return draft && draft !== this.#done && draft.text.length <= unsentLimits.text ? draft : undefined
  }

  async #keep(draft: Draft): Promise<void> {
    this.#done = draft
    try {
      const now = await this.#parts.post({
        draft: { ...draft, marks: draft.marks.slice(0, unsentLimits.extras) },
      })
      this.#failures = 0
      if (now.draft) this.#parts.offer(now.draft)
    } catch (error) {
      // What was refused is refused again.
      if (this.#done !== draft || isRefusal(error)) return
      this.#done = undefined
      this.#failures += 1
      this.#later(Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (this.#failures - 1)))
    }
  }

  #later(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.keep(), delay)
  }
}

const isRefusal = (error: unknown) =>
  error instanceof ProblemError && (error.status === 400 || error.status === 413)
