import type { LivePart, LiveParts } from './live-parts.ts'

export interface PartsBudget {
  parts: number
  /** UTF-16 units of text, and what each part costs besides. */
  size: number
}

/** What a part costs besides its text. */
const PART_SIZE = 512

const sizeOf = (part: LivePart | undefined): number => (part ? PART_SIZE + part.text.length : 0)

/** Running parts within a budget: the part that began first gives way. Every change costs the same, however many there are. */
export class BoundedParts extends Map<string, LivePart> implements LiveParts {
  readonly #budget: PartsBudget
  #total = 0

  constructor(budget: PartsBudget) {
    super()
    this.#budget = budget
  }

  /** What all parts cost together. */
  get total(): number {
    return this.#total
  }

  override set(id: string, part: LivePart): this {
    this.#total += sizeOf(part) - sizeOf(this.get(id))
    super.set(id, part)
    while (this.size > this.#budget.parts || this.#total > this.#budget.size) if (!this.dropFirst()) break
    return this
  }

  override delete(id: string): boolean {
    this.#total -= sizeOf(this.get(id))
    return super.delete(id)
  }

  override clear(): void {
    this.#total = 0
    super.clear()
  }

  /** Gives up the part that began first; false when there is none. */
  dropFirst(): boolean {
    const first = this.keys().next()
    return !first.done && this.delete(first.value)
  }
}
