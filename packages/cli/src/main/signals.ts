const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/**
 * Runs `work` with a signal that fires on INT, TERM and HUP, so that what was begun is ended in order (faults.md 28). A second one ends
 * this process at once. The error that follows carries the shell's exit code for that signal.
 */
export async function watchSignals<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let received: keyof typeof NUMBERS | undefined
  const onSignal = (name: NodeJS.Signals) => {
    if (received) process.exit(128 + NUMBERS[received])
    received = name as keyof typeof NUMBERS
    controller.abort()
  }
  const names = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]
  for (const name of names) process.on(name, onSignal)
  try {
    return await work(controller.signal)
  } catch (error) {
    if (received && error instanceof Error) Object.assign(error, { exitCode: 128 + NUMBERS[received] })
    throw error
  } finally {
    for (const name of names) process.off(name, onSignal)
  }
}
