/** What changed between two looks at the roster and deserves to be said aloud. Pure. */
import type { Roster, SessionEntry } from '../../store/roster.ts'
import { keyOfEntry } from '../../store/session-key.ts'
import { needOf, titleOfSession } from '../../frame/entry-text.ts'

/** What a session did at one look, and its words should they be needed. */
export interface Look {
  kind: SessionEntry['status']['kind']
  /** The id of the request that it waits for, or empty. */
  request: string
  title: () => string
  need: () => string
}

export type Looks = ReadonlyMap<string, Look>

export interface Change {
  key: string
  kind: 'needs-you' | 'done' | 'failed'
  /** A sentence for a live region. */
  text: string
}

/** The roster as far as changes are concerned. What cannot be reached is left out: it is not done. */
export function lookAt(roster: Roster): Looks {
  const looks = new Map<string, Look>()
  for (const group of [roster.needsYou, roster.working, roster.recent]) {
    for (const entry of group) {
      if (!entry.reachable) continue
      const { status } = entry
      looks.set(keyOfEntry(entry), {
        kind: status.kind,
        request: 'request' in status ? status.request.id : '',
        title: () => titleOfSession(entry.session),
        need: () => needOf(entry),
      })
    }
  }
  return looks
}

// A request that is gone without an answer was withdrawn: its session was stopped, not done.
const worked = (kind: string) => kind === 'working' || kind === 'retrying' || kind === 'offline'

/**
 * Sessions that newly need the user, have ended their turn, or have failed. A session that was not there before says nothing: at the
 * first look, and after a gap, everything would speak at once.
 */
export function changesBetween(before: Looks, after: Looks): Change[] {
  const changes: Change[] = []
  for (const [key, now] of after) {
    const then = before.get(key)
    if (!then || (then.kind === now.kind && then.request === now.request)) continue
    if (now.kind === 'permission' || now.kind === 'question' || now.kind === 'offline')
      changes.push({ key, kind: 'needs-you', text: `${now.title()} needs you: ${now.need()}` })
    else if (now.kind === 'failed')
      changes.push({ key, kind: 'failed', text: `${now.title()} failed: ${now.need()}` })
    else if (now.kind === 'idle' && worked(then.kind))
      changes.push({ key, kind: 'done', text: `${now.title()} is done` })
  }
  return changes
}

/** `before` without what is gone and with what is new at its end: nothing that is pointed at moves away. */
export function holdOrder(before: readonly string[], after: readonly string[]): string[] {
  const now = new Set(after)
  const kept = before.filter((key) => now.has(key))
  const known = new Set(kept)
  return [...kept, ...after.filter((key) => !known.has(key))]
}
