import { formatPlural } from '../ui/format.ts'

/** An engine does one thing after the other for each folder: more at once would only wait there. */
const AT_A_TIME = 4

export interface Failed<T> {
  item: T
  error: unknown
}

export interface Acts<T> {
  /** Those with which it failed, when all are through. */
  settled: Promise<Failed<T>[]>
  /** Begins with all that are left at once: the page is about to go. */
  rush(this: void): void
}

/** Does something with each of several, a few at a time. One that fails holds up none of the others. */
export function actOnEach<T>(items: readonly T[], act: (item: T) => Promise<void>): Acts<T> {
  const left = items.values()
  const failed: Failed<T>[] = []
  const rushed: Promise<void>[] = []
  const one = (item: T) => act(item).catch((error: unknown) => void failed.push({ item, error }))
  const inTurn = async () => {
    for (const item of left) await one(item)
  }
  const all = async () => {
    await Promise.all(Array.from({ length: AT_A_TIME }, inTurn))
    await Promise.all(rushed)
    return failed
  }
  return { settled: all(), rush: () => rushed.push(...Array.from(left, one)) }
}

/** "the session", "3 sessions", "2 of 3 sessions". */
export function nameFailed(failed: number, all: number): string {
  if (all === 1) return 'the session'
  return failed === all ? formatPlural(all, 'session') : `${failed} of ${formatPlural(all, 'session')}`
}
