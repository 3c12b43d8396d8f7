import { ProblemError } from './problem.ts'

/** Throws `ProblemError` `timeout` when the limit is over, or nothing where `gone` says that nobody waits any more. */
export async function inTime<T>(
  ms: number,
  what: string,
  call: (options: { signal: AbortSignal }) => Promise<T>,
  gone?: AbortSignal,
): Promise<T> {
  const limit = AbortSignal.timeout(ms)
  try {
    return await call({ signal: gone ? AbortSignal.any([limit, gone]) : limit })
  } catch (error) {
    if (!limit.aborted) throw error
    throw new ProblemError({ code: 'timeout', message: `${what} within ${Math.round(ms / 1000)} seconds.` })
  }
}
