import { setTimeout } from 'node:timers/promises'

/** Whether it was over in so many milliseconds. Rejects as it does. */
export async function inTime(task: Promise<unknown>, ms: number): Promise<boolean> {
  const over = new AbortController()
  const late = setTimeout(ms, false, { ref: false, signal: over.signal })
  try {
    return await Promise.race([task.then(() => true), late])
  } finally {
    over.abort()
  }
}
