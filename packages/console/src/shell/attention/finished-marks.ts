/** Marks on sessions, as they are kept over reloads: when each was set, by the session's key in the roster view. Pure. */
import type { Looks } from './roster-changes.ts'

/** Unix milliseconds by key. */
export type Marks = ReadonlyMap<string, number>

/** So many are kept, the newest, and none for longer. */
const MOST = 200
const KEEP_MS = 30 * 24 * 60 * 60 * 1000

/** What was kept; nothing of what is no mark. */
export function parseMarks(text: string | null, now: number): Marks {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(kept)) return new Map()
    return bounded(new Map(kept.filter(isMark)), now)
  } catch {
    return new Map()
  }
}

export function formatMarks(marks: Marks, now: number): string {
  return JSON.stringify([...bounded(marks, now)])
}

function isMark(entry: unknown): entry is [string, number] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number'
}

function bounded(marks: Marks, now: number): Marks {
  const fresh = [...marks].filter(([, at]) => at > now - KEEP_MS && at <= now + KEEP_MS)
  return new Map(fresh.toSorted(([, a], [, b]) => b - a).slice(0, MOST))
}

const worked = (looks: Looks, key: string) => ['working', 'retrying'].includes(looks.get(key)?.kind ?? '')

/** `working` as it is after a look: what works now, and what nothing is known of yet. The same map when nothing has changed. */
export function stillWorking(working: Marks, looks: Looks, now: number): Marks {
  const begun = [...looks.keys()].filter((key) => worked(looks, key) && !working.has(key))
  const ended = [...working.keys()].filter((key) => looks.has(key) && !worked(looks, key))
  if (begun.length + ended.length === 0) return working
  const after = new Map(working)
  for (const key of ended) after.delete(key)
  for (const key of begun) after.set(key, now)
  return after
}

/**
 * Those of `working`, marked when this browser last looked, whose turn has ended meanwhile. `startedAt`: since when a session's engine
 * runs, as far as that is known; what began before did not end, it was cut off.
 */
export function endedMeanwhile(
  working: Marks,
  looks: Looks,
  startedAt: (key: string) => number | undefined,
): string[] {
  return [...working]
    .filter(([key, at]) => looks.get(key)?.kind === 'idle' && (startedAt(key) ?? 0) <= at)
    .map(([key]) => key)
}
