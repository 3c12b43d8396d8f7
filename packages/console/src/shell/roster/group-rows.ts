/** The roster's groups, by the view that somebody has chosen. Who needs a person stands first in each, then what is pinned. Pure. */
import type { ProjectColor } from '@kilo-console/engine/project-colors'
import type { RowGroup } from '../../frame/roster-view.ts'
import type { Roster, SessionEntry } from '../../store/roster.ts'
import type { Grouping } from '../../ui/preferences.ts'
import { dayName } from './day-name.ts'
import { keyOfEntry } from '../../store/session-key.ts'

/** The project of a session, as people call it, and its server. */
export interface EntryProject {
  id: string
  name: string
  server: string
  /** Of another engine than Kilo's: its groups are always named with their server. */
  isMarked: boolean
  color?: ProjectColor
}

export interface GroupedBy {
  by: Grouping
  isPinned: (entry: SessionEntry) => boolean
  projectOf: (entry: SessionEntry) => EntryProject
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
        return gathered([...working, ...recent], toldApart([...working, ...recent], projectOf)).toSorted(
          (a, b) => a.title.localeCompare(b.title, 'en'),
        )
      case 'day':
        return byDay(working, recent, now)
    }
  }
}

interface Gathered {
  id: string
  name: string
  color?: ProjectColor
}

/** Two servers may hold the same project: then each is named with its server, as one that is no Kilo's always is. */
function toldApart(
  entries: readonly SessionEntry[],
  projectOf: GroupedBy['projectOf'],
): (entry: SessionEntry) => Gathered {
  const ids = new Map<string, Set<string>>()
  for (const { id, name } of entries.map(projectOf)) ids.set(name, (ids.get(name) ?? new Set()).add(id))
  return (entry) => {
    const { id, name, server, isMarked, color } = projectOf(entry)
    const title = isMarked || (ids.get(name)?.size ?? 0) > 1 ? `${name} · ${server}` : name
    return { id, name: title, ...(color && { color }) }
  }
}

/** The newest day first. What works is updated all the time: it stands first in its day, in an order of its own, or the rows would jump. */
function byDay(working: readonly SessionEntry[], recent: readonly SessionEntry[], now: number): RowGroup[] {
  const dayOf = ({ updated }: SessionEntry) => dayName(updated, now)
  const entries = [...working, ...recent]
  const days = [...new Set(entries.toSorted((a, b) => b.updated - a.updated).map(dayOf))]
  return gathered(entries, (entry) => ({ id: dayOf(entry), name: dayOf(entry) })).toSorted(
    (a, b) => days.indexOf(a.title) - days.indexOf(b.title),
  )
}

/** In the order in which they are first met. */
function gathered(entries: readonly SessionEntry[], of: (entry: SessionEntry) => Gathered): RowGroup[] {
  const groups = new Map<string, Omit<Gathered, 'id'> & { entries: SessionEntry[] }>()
  for (const entry of entries) {
    const { id, ...rest } = of(entry)
    const known = groups.get(id)
    if (known) known.entries.push(entry)
    else groups.set(id, { ...rest, entries: [entry] })
  }
  return [...groups].map(([id, { name, entries, color }]) => ({
    ...group(`of ${id}`, name, 'grey', entries),
    ...(color && { color }),
  }))
}

function group(
  id: string,
  title: string,
  tone: RowGroup['tone'],
  entries: readonly SessionEntry[],
): RowGroup {
  return { id, title, tone, names: entries.map(keyOfEntry) }
}
