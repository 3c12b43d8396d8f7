import { setTimeout as sleep } from 'node:timers/promises'
import { KiloError } from './errors.ts'

/** Waits; throws `interrupted` when the signal fires, before or meanwhile. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, signal ? { signal } : {})
  } catch {
    throw interrupted()
  }
}

/** Exit code and words are the signal's, in the command that it is thrown in. */
export function interrupted(): KiloError {
  return new KiloError('interrupted', 'interrupted', 'run the command again')
}
