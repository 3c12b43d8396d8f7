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

function interrupted(): KiloError {
  return new KiloError('interrupted', 'interrupted', 'run the command again')
}
