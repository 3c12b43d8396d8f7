import type { Drawing } from './drawing.ts'

/** UTF-16 units of all drawings together. */
const MOST_KEPT = 8_000_000

/** The newest drawings: a row that comes back from far away shows its diagram at once, as high as it was. */
export class KeptDrawings {
  readonly #drawings = new Map<string, Drawing>()
  #size = 0

  get(key: string): Drawing | undefined {
    const drawing = this.#drawings.get(key)
    if (drawing) {
      this.#drawings.delete(key)
      this.#drawings.set(key, drawing)
    }
    return drawing
  }

  set(key: string, drawing: Drawing): void {
    this.#drop(key)
    this.#drawings.set(key, drawing)
    this.#size += key.length + drawing.svg.length
    for (const oldest of this.#drawings.keys()) {
      if (this.#size <= MOST_KEPT) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const known = this.#drawings.get(key)
    if (!known) return
    this.#drawings.delete(key)
    this.#size -= key.length + known.svg.length
  }
}
