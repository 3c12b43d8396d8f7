/**
 * Output that waits to be drawn. The engine knows no flow control and a page can't pause a WebSocket, so this is where a flood ends:
 * above a limit the oldest half goes, and of it only the switches that the terminal must not miss are kept (faults.md 49).
 */
import { switchesIn } from '../screen/switches.ts'

/** UTF-16 units; one is two bytes at most. */
const BACKLOG_LIMIT = 4 * 1024 * 1024

export interface Skipped {
  /** UTF-16 units that were dropped. */
  units: number
  /** Escape sequences that bring the terminal's switches to where the dropped text left them. */
  switches: string
}

export class Backlog {
  #pieces: string[] = []
  #head = 0
  #units = 0
  #skipped: { units: number; switches: Map<string, string> } | undefined
  readonly #limit: number

  constructor(limit = BACKLOG_LIMIT) {
    this.#limit = limit
  }

  /** UTF-16 units that wait. */
  get units(): number {
    return this.#units
  }

  push(text: string): void {
    if (text === '') return
    this.#pieces.push(text)
    this.#units += text.length
    if (this.#units > this.#limit) this.#drop(this.#units - Math.floor(this.#limit / 2))
  }

  /** What was dropped since the last call; it lies before everything that `take` gives from now on. */
  takeSkipped(): Skipped | undefined {
    const skipped = this.#skipped
    this.#skipped = undefined
    return skipped && { units: skipped.units, switches: [...skipped.switches.values()].join('') }
  }

  /** The next units, in order, at most `most` of them; empty when nothing waits. */
  take(most: number): string {
    let taken = ''
    while (taken.length < most) {
      const piece = this.#pieces[this.#head]
      if (piece === undefined) break
      const room = most - taken.length
      taken += piece.slice(0, room)
      if (piece.length > room) this.#pieces[this.#head] = piece.slice(room)
      else this.#head += 1
    }
    this.#units -= taken.length
    this.#tidy()
    return taken
  }

  #drop(units: number): void {
    const text = this.take(units)
    this.#skipped ??= { units: 0, switches: new Map() }
    this.#skipped.units += text.length
    for (const [key, sequence] of switchesIn(text)) {
      // Set again rather than updated: the order of the last occurrences counts.
      this.#skipped.switches.delete(key)
      this.#skipped.switches.set(key, sequence)
    }
  }

  #tidy(): void {
    if (this.#head < 1024 && this.#head < this.#pieces.length) return
    this.#pieces = this.#pieces.slice(this.#head)
    this.#head = 0
  }
}
