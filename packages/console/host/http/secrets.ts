/** What a server's secrets are hidden by. It comes with the server's `Target`, so that whoever reads of it, or passes on what it says, has it at hand. */
export interface Secrets {
  /** Whether there is anything that a text could hold. */
  readonly isEmpty: boolean
  /** Grows with what is known. */
  readonly version: number
  /** The text without what is known to be secret; the same one where there is nothing. Not for JSON, which must stay what it is. */
  mask(text: string): string
  /** The same for JSON that was read: its texts alone. */
  maskTexts(value: unknown): unknown
  /** The same for what comes in pieces: text, or bytes, each of them a letter, of text or of JSON. */
  masking(of: 'text' | 'bytes' | 'json'): Masking
  /** The answer of a route that tells configuration. What is hidden in it is known from then on. */
  redact(answer: unknown): unknown
  /** A fault that the engine told: without what it quotes. */
  redactFault(answer: unknown): unknown
  /** What was hidden, where it comes back to be written. Throws 409 `hidden-value` for what is not known any more. */
  restore(body: unknown): unknown
  /** The same in JSON as it is written, where it comes back to be said. What is not known is somebody’s own words. */
  restoreText(json: string): string
  /** Learns what a request could show; absent: what anything could. Resolves in bounded time. */
  prepare(path?: string, directory?: string): Promise<void>
}

export interface Masking {
  /** Whether something waits for what follows. */
  readonly isHolding: boolean
  push(piece: string): string
  end(): string
}
