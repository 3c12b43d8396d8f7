/** Input on its way to a terminal: in frames, and no more of them at once than the socket has room for, so that a paste of megabytes neither
 * fills its backlog nor stops the page. What is typed meanwhile waits its turn; Ctrl-C does not. */

/** Frames of this size, in UTF-16 units. */
const FRAME = 64 * 1024
/** Bytes that may wait in the socket before the next frame. */
const ROOM = 256 * 1024
/** A socket does not say when it has room again. Milliseconds. */
const LOOK_AGAIN_MS = 20

const INTERRUPT = '\u0003'
const PASTE_END = '\u001B[201~'

export interface OutboxPort {
  send(frame: string): void
  /** Bytes that the socket has not sent yet. */
  waiting(): number
}

export class Outbox {
  readonly #port: OutboxPort
  #text = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(port: OutboxPort) {
    this.#port = port
  }

  send(text: string): void {
    if (text === INTERRUPT) {
      // The program still waits for the end of the paste, or would take Ctrl-C for a part of it.
      this.#text = this.#text.includes(PASTE_END) ? PASTE_END : ''
    }
    this.#text += text
    this.#pump()
  }

  /** Drops what is left, and says whether there was something. */
  clear(): boolean {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const left = this.#text !== ''
    this.#text = ''
    return left
  }

  #pump(): void {
    if (this.#timer !== undefined) return
    while (this.#text !== '' && this.#port.waiting() < ROOM) {
      const end = frameEnd(this.#text)
      this.#port.send(this.#text.slice(0, end))
      this.#text = this.#text.slice(end)
    }
    if (this.#text === '') return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#pump()
    }, LOOK_AGAIN_MS)
  }
}

/** Not within a surrogate pair: half of one is no text, and would arrive as U+FFFD. */
function frameEnd(text: string): number {
  const last = text.charCodeAt(FRAME - 1)
  return last >= 0xd800 && last <= 0xdbff ? FRAME - 1 : FRAME
}
