import { createComputed, type Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Configuration } from '../../../../shared/configuration.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { editKey, isUnderWay, useEdits } from './edits.ts'
import { groupSettings, type SettingGroup } from './rows.ts'

interface Shown {
  place: Accessor<ConfigurationPlace>
  configuration: Accessor<Configuration>
}

/**
 * All settings that fit what is looked for, and those that somebody is at. What stands there goes with the next query alone: a setting that was just
 * saved need not fit any more, and can be taken back. A row stays the same while it is read anew.
 */
export function createGroups(
  query: Accessor<string>,
  { place, configuration }: Shown,
): Accessor<SettingGroup[]> {
  const edits = useEdits()
  const [shown, setShown] = createStore<{ groups: SettingGroup[] }>({ groups: [] })
  // Before anything is drawn of it.
  createComputed<{ query?: string; ids: Set<string> }>(
    (before) => {
      const stood = before.query === query() ? before.ids : new Set<string>()
      const groups = groupSettings(
        configuration(),
        query(),
        (row) => stood.has(row.id) || isUnderWay(edits.of(editKey(place(), row)), row),
      )
      setShown('groups', reconcile(groups, { key: 'id', merge: true }))
      return { query: query(), ids: new Set(groups.flatMap(({ rows }) => rows.map(({ id }) => id))) }
    },
    { ids: new Set() },
  )
  return () => shown.groups
}
