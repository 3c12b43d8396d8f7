import ListFilter from 'lucide-solid/icons/list-filter'
import type { JSX } from 'solid-js'
import { Menu } from '../../ui/menu.tsx'
import { grouping, setGrouping, type Grouping } from '../../ui/preferences.ts'

const VIEWS: readonly (readonly [Grouping, string])[] = [
  ['state', 'By state'],
  ['project', 'By project'],
  ['day', 'By day'],
]

/** What the sessions of the roster stand under. */
export function ViewMenu(): JSX.Element {
  const nameOf = () => VIEWS.find(([id]) => id === grouping())?.[1].toLowerCase() ?? ''
  const items = () =>
    VIEWS.map(([id, title]) => ({ id, title, checked: grouping() === id, run: () => setGrouping(id) }))
  return (
    <Menu name={`View: ${nameOf()}`} items={items()}>
      <ListFilter />
    </Menu>
  )
}
