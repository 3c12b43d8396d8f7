import { Backlog } from './backlog.ts'

/** One write to the screen, in UTF-16 units: parsed in a few milliseconds, so that keys and frames get their turn between two. */
const CHUNK = 64 * 1024

export interface FeedOptions {
  /** Draws text and calls `done` when the terminal has taken it in. */
  write(text: string, done: () => void): void
  /** A gap was drawn: what is on the screen may need to be painted again by its program. */
  torn(): void
}

/** CAN ends an escape sequence that the gap cut through; then the colours go back to normal. */
const AFTER_GAP = '\u0018\u001B[0m'

function gapNotice(units: number): string {
  return `\r\n\u001B[2m… ${units.toLocaleString('en')} characters of output left out …\u001B[0m\r\n`
}

/** Takes output in at any speed and hands it to the screen at the screen's own pace, one chunk at a time. */
export class Feed {
  readonly #backlog = new Backlog()
  readonly #options: FeedOptions
  #writing = false
  /** Units that came, and those of them that were drawn or left out. */
  #came = 0
  #drawn = 0
  /** Where the newest replay ends, as `#came`. */
  #replayEnd = 0

  constructor(options: FeedOptions) {
    this.#options = options
  }

  /** Whether the text that is drawn now is old: questions in it were answered in their time (reports.ts). */
  get replaying(): boolean {
    return this.#drawn < this.#replayEnd
  }

  push(text: string): void {
    this.#came += text.length
    this.#backlog.push(text)
    this.#pump()
  }

  /** As `push`, for text that a former connection may have drawn and answered already. */
  replay(text: string): void {
    this.#replayEnd = this.#came + text.length
    this.push(text)
  }

  /** Says on the screen that `units` are missing here: the engine no longer had them. */
  skip(units: number): void {
    this.push(AFTER_GAP + gapNotice(units))
    this.#options.torn()
  }

  #pump(): void {
    if (this.#writing) return
    const skipped = this.#backlog.takeSkipped()
    const mended = skipped ? AFTER_GAP + skipped.switches + gapNotice(skipped.units) : ''
    this.#drawn += skipped?.units ?? 0
    const old = this.#replayEnd - this.#drawn
    const text = this.#backlog.take(old > 0 ? Math.min(CHUNK, old) : CHUNK)
    if (mended + text === '') return
    this.#writing = true
    this.#options.write(mended + text, () => {
      this.#writing = false
      this.#drawn += text.length
      if (skipped) this.#options.torn()
      this.#pump()
    })
  }
}
