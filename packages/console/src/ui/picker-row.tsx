import Check from 'lucide-solid/icons/check'
import { Show, type JSX } from 'solid-js'
import { Kbd } from './kbd.tsx'
import { PathText } from './path-text.tsx'
import type { PickerOption, PickerRow } from './picker-rows.ts'
import styles from './picker.module.css'

export interface PickerRowProps<O extends PickerOption> {
  row: PickerRow<O>
  /** The element's id, for aria-activedescendant. */
  id: string
  active: boolean
  /** The option in force now. */
  checked: boolean
  /** How many options there are in all; most of them are not in the document. */
  count: number
  onPoint: (index: number) => void
  onPick: (option: O) => void
}

export const PickerRowView = <O extends PickerOption>(props: PickerRowProps<O>): JSX.Element => {
  const row = props.row
  if (row.kind === 'heading') {
    return (
      <div class={styles.heading} role="presentation">
        {row.title}
      </div>
    )
  }
  const option = row.option
  return (
    <div
      id={props.id}
      class={styles.option}
      role="option"
      aria-selected={props.active}
      aria-label={option.title}
      aria-description={option.detail}
      aria-setsize={props.count}
      aria-posinset={row.index + 1}
      onPointerMove={() => !props.active && props.onPoint(row.index)}
      onClick={() => props.onPick(option)}
    >
      <Show when={option.icon}>{(icon) => <span class={styles.icon}>{icon()()}</span>}</Show>
      <span class={styles.title} dir="auto">
        {option.title}
      </span>
      <Show
        when={option.isPath && option.detail}
        fallback={
          <span class={styles.detail} title={option.detail}>
            {option.detail}
          </span>
        }
      >
        {(path) => (
          <span class={styles.path}>
            <PathText path={path()} />
          </span>
        )}
      </Show>
      <Show when={props.checked}>
        <Check size={14} role="img" aria-label="in use" />
      </Show>
      <Show when={option.keys}>{(keys) => <Kbd keys={keys()} />}</Show>
    </div>
  )
}
