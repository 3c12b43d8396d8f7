import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import Check from 'lucide-solid/icons/check'
import { Show, type JSX } from 'solid-js'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'
import type { MenuItem } from './menu.tsx'

/** One entry of a list of actions. */
export const MenuRow = (props: { item: MenuItem; onChoose: () => void }): JSX.Element => (
  <>
    <Show when={props.item.separated}>
      <DropdownMenu.Separator class={styles.line} />
    </Show>
    <DropdownMenu.Item
      class={styles.item}
      data-danger={props.item.danger ? '' : undefined}
      disabled={props.item.disabled ?? false}
      {...(props.item.checked === undefined
        ? {}
        : { role: 'menuitemradio' as const, 'aria-checked': props.item.checked })}
      onSelect={() => props.onChoose()}
    >
      <span class={styles.icon}>
        <Show when={props.item.checked} fallback={props.item.icon?.()}>
          <Check />
        </Show>
      </span>
      <span class={styles.title}>{props.item.title}</span>
      <Show when={props.item.keys}>{(keys) => <Kbd keys={keys()} quiet />}</Show>
    </DropdownMenu.Item>
  </>
)
