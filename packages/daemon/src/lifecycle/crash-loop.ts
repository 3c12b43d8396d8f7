import { KiloError } from '../errors.ts'
import { pause } from '../pause.ts'

/** Milliseconds before the second and the third try. */
const PAUSES_MS = [300, 1000]

export interface TryOptions {
  signal?: AbortSignal | undefined
  pausesMs?: readonly number[]
  /** Before each pause. `next` is the number of the try that follows it. */
  onCrash?: (error: KiloError, next: number) => void
}

/**
 * Starts what ended while starting again, after pauses that grow, and gives up after the third try in a row with the last words of it
 * (faults.md 31). What no time heals is tried once: a program that cannot run, a config that is refused, a port that is taken.
 */
export async function tryThrice<T>(start: () => Promise<T>, options: TryOptions): Promise<T> {
  const { signal, pausesMs = PAUSES_MS, onCrash } = options
  for (const [index, pauseMs] of pausesMs.entries()) {
    await pause(0, signal)
    try {
      return await start()
    } catch (error) {
      if (!isCrash(error)) throw error
      onCrash?.(error, index + 2)
    }
    await pause(pauseMs, signal)
  }
  try {
    return await start()
  } catch (error) {
    throw isCrash(error) ? givenUp(error, pausesMs.length + 1) : error
  }
}

function isCrash(error: unknown): error is KiloError {
  return error instanceof KiloError && error.code === 'exited'
}

function givenUp({ code, message, hint, details, cause }: KiloError, tries: number): KiloError {
  return new KiloError(
    code,
    `${tries} starts in a row failed; ${message}`,
    hint,
    { ...details, tries },
    cause,
  )
}
