/** Gates that a test opens by hand. A release that comes before the model reaches the gate is kept for it. */
export class Gates {
  readonly #waiting = new Map<string, (() => void)[]>()
  readonly #credit = new Map<string, number>()

  release(name: string): void {
    const open = this.#waiting.get(name)?.shift()
    if (open) open()
    else this.#credit.set(name, (this.#credit.get(name) ?? 0) + 1)
  }

  /** Settles when released, or when the client is gone. */
  wait(name: string, gone: AbortSignal): Promise<void> {
    const credit = this.#credit.get(name) ?? 0
    if (credit > 0) {
      this.#credit.set(name, credit - 1)
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      this.#waiting.set(name, [...this.#queue(name), resolve])
      gone.addEventListener('abort', () => {
        const others = this.#queue(name).filter((open) => open !== resolve)
        this.#waiting.set(name, others)
        resolve()
      })
    })
  }

  /** As new: no release is kept. Who waits is let go by the end of its client. */
  reset(): void {
    this.#credit.clear()
  }

  #queue(name: string): (() => void)[] {
    return this.#waiting.get(name) ?? []
  }
}
