/** PURE: what each entry of one roster costs, so that the whole stays within a budget: what was heard of first is left out. */
import type { LeftOut } from '../../shared/roster/change.ts'
import type { Roster } from '../../shared/roster/roster.ts'

export type Kind = keyof LeftOut['ids']

export interface LedgerBudget {
  /** UTF-16 units of JSON. */
  size: number
  entries: number
}

export interface RosterLedger {
  readonly total: number
  note(kind: Kind, id: string, size: number): void
  /** What has to go so that the rest fits; null: it fits. It does not count any more. */
  leaveOut(roster: Roster, budget: LedgerBudget): LeftOut['ids'] | null
}

interface Entry {
  kind: Kind
  id: string
  size: number
}

/** Room is made for more than the next entry: not every event is to cost a walk. */
const ROOM = 3 / 4

export function makeRosterLedger(): RosterLedger {
  /** The one that was heard of last at the end. */
  const entries = new Map<string, Entry>()
  let total = 0

  function drop(key: string, { size }: Entry): void {
    entries.delete(key)
    total -= size
  }

  function fits({ size, entries: most }: LedgerBudget, part = 1): boolean {
    return total <= size * part && entries.size <= most * part
  }

  return {
    get total() {
      return total
    },
    note(kind, id, size) {
      const key = `${kind} ${id}`
      const known = entries.get(key)
      if (known) drop(key, known)
      entries.set(key, { kind, id, size })
      total += size
    },
    leaveOut(roster, budget) {
      if (fits(budget)) return null
      const ids: LeftOut['ids'] = {}
      for (const [key, entry] of entries) if (!(entry.id in roster[entry.kind])) drop(key, entry)
      for (const [key, entry] of entries) {
        if (fits(budget, ROOM)) break
        drop(key, entry)
        ;(ids[entry.kind] ??= []).push(entry.id)
      }
      return Object.keys(ids).length > 0 ? ids : null
    },
  }
}
