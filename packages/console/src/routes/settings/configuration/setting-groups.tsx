import { createSignal, For, Show, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { formatCount } from '../../../ui/format.ts'
import styles from './configuration.module.css'
import { createGroups } from './create-groups.ts'
import { SettingRowView, type RowContext } from './setting-row.tsx'
import type { SettingGroup } from './rows.ts'

/** Rows of one group that stand on the page at once. */
const AT_FIRST = 40

/** The settings, by what they belong to. */
export function SettingGroups(props: { query: string; context: RowContext }): JSX.Element {
  const groups = createGroups(() => props.query, props.context)
  return (
    <For
      each={groups()}
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
