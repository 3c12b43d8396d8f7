import { DrawingError } from './drawing-frame.ts'
import type { Drawing } from './drawing.ts'

/** UTF-16 units of all drawings together. */
const MOST_KEPT = 8_000_000

/** What came of drawing a source. */
export type Outcome = { drawing: Drawing } | { reason: string }

const sizeOf = (key: string, outcome: Outcome): number =>
  key.length + ('drawing' in outcome ? outcome.drawing.svg.length : outcome.reason.length)

/**
 * The newest drawings: a row that comes back from far away shows its diagram at once, as high as it was. That one cannot be drawn is kept as well, or
 * it would cost its ten seconds each time that somebody comes by.
 */
export class KeptDrawings {
  readonly #outcomes = new Map<string, Outcome>()
  #size = 0

  get(key: string): Outcome | undefined {
    const outcome = this.#outcomes.get(key)
    if (outcome) {
      this.#outcomes.delete(key)
      this.#outcomes.set(key, outcome)
    }
    return outcome
  }

  /** Draws, and keeps what came of it, unless another try may come to something else. Never rejects. */
  async make(key: string, draw: () => Promise<Drawing>): Promise<Outcome> {
    try {
      const outcome = { drawing: await draw() }
      this.#set(key, outcome)
      return outcome
    } catch (error) {
      const outcome = { reason: error instanceof Error ? error.message : '' }
      if (error instanceof DrawingError && error.final) this.#set(key, outcome)
      return outcome
    }
  }

  #set(key: string, outcome: Outcome): void {
    this.drop(key)
    this.#outcomes.set(key, outcome)
    this.#size += sizeOf(key, outcome)
    for (const oldest of this.#outcomes.keys()) {
      if (this.#size <= MOST_KEPT) return
      this.drop(oldest)
    }
  }

  drop(key: string): void {
    const known = this.#outcomes.get(key)
    if (!known) return
    this.#outcomes.delete(key)
    this.#size -= sizeOf(key, known)
  }
}
