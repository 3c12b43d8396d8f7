/** Repeats `work`, `ms` after it ended, while somebody attends. */
export interface Polling {
  /** The first to attend starts it at once. Returns how to leave. */
  attend(): () => void
  dispose(): void
}

export function makePolling(ms: number, work: () => Promise<void>): Polling {
  let attending = 0
  let timer: NodeJS.Timeout | undefined
  let working = false

  async function run(): Promise<void> {
    if (working) return
    working = true
    clearTimeout(timer)
    // A look that failed says nothing about the next one.
    await work().catch(() => undefined)
    working = false
    if (attending > 0) timer = setTimeout(() => void run(), ms)
  }

  return {
    attend() {
      attending += 1
      if (attending === 1) void run()
      return () => {
        attending -= 1
        if (attending === 0) clearTimeout(timer)
      }
    },
    dispose() {
      attending = Number.NEGATIVE_INFINITY
      clearTimeout(timer)
    },
  }
}
