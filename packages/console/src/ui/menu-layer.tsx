import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { createMemo, For, Show, type JSX } from 'solid-js'
import iconButton from './icon-button.module.css'
import styles from './menu.module.css'
import { MenuRow } from './menu-row.tsx'
import type { MenuItem, MenuProps } from './menu.tsx'
import { tip } from './tooltip.tsx'

/** The same button with its list, open. */
export const MenuLayer = (props: MenuProps): JSX.Element => {
  let chosen: MenuItem | undefined
  // The menu gives the focus back to its button when it is gone: an action that moves the focus must come after that.
  const runChosen = () =>
    queueMicrotask(() => {
      const item = chosen
      chosen = undefined
      item?.run()
    })
  // By their ids: what changes while the list is open must not take an entry away from under the pointer, or the focus.
  const byId = createMemo(() => new Map(props.items.map((item) => [item.id, item])))
  return (
    <DropdownMenu defaultOpen gutter={4} placement="bottom-end">
      <DropdownMenu.Trigger class={iconButton.button} aria-label={props.name} {...tip(props.name)}>
        {props.children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class={styles.menu} aria-label={props.name} onCloseAutoFocus={runChosen}>
          <For each={[...byId().keys()]}>
            {(id) => (
              <Show when={byId().get(id)}>
                {(item) => <MenuRow item={item()} onChoose={() => (chosen = item())} />}
              </Show>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
