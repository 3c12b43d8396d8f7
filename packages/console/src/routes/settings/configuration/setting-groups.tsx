import { createComputed, createSignal, For, Show, type JSX } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { Button } from '../../../ui/button.tsx'
import { formatCount } from '../../../ui/format.ts'
import styles from './configuration.module.css'
import { SettingRowView, type RowContext } from './setting-row.tsx'
import { groupSettings, type SettingGroup } from './rows.ts'

/** Rows of one group that stand on the page at once. */
const AT_FIRST = 40

/** All settings that fit what is looked for. A row stays the same while it is read anew: what is being changed in it stays too. */
export function SettingGroups(props: { query: string; context: RowContext }): JSX.Element {
  const [shown, setShown] = createStore<{ groups: SettingGroup[] }>({ groups: [] })
  // Before anything is drawn of it.
  createComputed(() => {
    const groups = groupSettings(props.context.configuration(), props.query)
    setShown('groups', reconcile(groups, { key: 'id', merge: true }))
  })
  return (
    <For
      each={shown.groups}
      fallback={<p class={styles.note}>No setting has “{props.query.trim()}” in its name, value or file.</p>}
    >
      {(group) => <Group group={group} context={props.context} />}
    </For>
  )
}

function Group(props: { group: SettingGroup; context: RowContext }): JSX.Element {
  const [all, setAll] = createSignal(false)
  const rows = () => (all() ? props.group.rows : props.group.rows.slice(0, AT_FIRST))
  return (
    <section class={styles.group} aria-label={props.group.title}>
      <h2 class={styles.heading}>{props.group.title}</h2>
      <ul class={styles.list}>
        <For each={rows()}>{(row) => <SettingRowView row={row} context={props.context} />}</For>
      </ul>
      <Show when={rows().length < props.group.rows.length}>
        <Button onClick={() => setAll(true)}>Show all {formatCount(props.group.rows.length)}</Button>
      </Show>
    </section>
  )
}
