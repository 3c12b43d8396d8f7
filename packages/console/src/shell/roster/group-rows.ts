/** The roster's groups, by the view that somebody has chosen. Who needs a person stands first in each, then what is pinned. Pure. */
import type { RowGroup } from '../../frame/roster-view.ts'
import type { Roster, SessionEntry } from '../../store/roster.ts'
import type { Grouping } from '../../ui/preferences.ts'
import { dayName } from './day-name.ts'
import { keyOf } from '../attention/roster-changes.ts'

export interface GroupedBy {
  by: Grouping
  isPinned: (entry: SessionEntry) => boolean
  /** The project of a session, as people call it. */
  projectOf: (entry: SessionEntry) => { id: string; name: string }
  /** Unix milliseconds. */
  now: number
}

export function groupRows(roster: Roster, { by, isPinned, projectOf, now }: GroupedBy): RowGroup[] {
  const isFree = (entry: SessionEntry) => !isPinned(entry)
  const working = roster.working.filter(isFree)
  const recent = roster.recent.filter(isFree)
  const pinned = [...roster.working, ...roster.recent].filter(isPinned)
  return [
    group('needs-you', 'Needs you', 'amber', roster.needsYou),
    group('pinned', 'Pinned', 'grey', pinned),
    ...restOf(),
  ].filter(({ names }) => names.length > 0)

  function restOf(): RowGroup[] {
    switch (by) {
      case 'state':
        return [group('working', 'Working', 'blue', working), group('recent', 'Recent', 'grey', recent)]
      case 'project':
        return gathered([...working, ...recent], projectOf).toSorted((a, b) =>
          a.title.localeCompare(b.title, 'en'),
        )
      case 'day': {
        const newest = [...working, ...recent].toSorted((a, b) => b.updated - a.updated)
        return gathered(newest, ({ updated }) => ({ id: dayName(updated, now), name: dayName(updated, now) }))
      }
    }
  }
}

/** In the order in which they are first met. */
function gathered(
  entries: readonly SessionEntry[],
  of: (entry: SessionEntry) => { id: string; name: string },
): RowGroup[] {
  const groups = new Map<string, { name: string; entries: SessionEntry[] }>()
  for (const entry of entries) {
    const { id, name } = of(entry)
    const known = groups.get(id)
    if (known) known.entries.push(entry)
    else groups.set(id, { name, entries: [entry] })
  }
  return [...groups].map(([id, { name, entries }]) => group(`of ${id}`, name, 'grey', entries))
}

function group(
  id: string,
  title: string,
  tone: RowGroup['tone'],
  entries: readonly SessionEntry[],
): RowGroup {
  return { id, title, tone, names: entries.map(keyOf) }
}
