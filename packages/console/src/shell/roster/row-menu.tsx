import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js'
import { COMMAND_LIST } from '../../commands/command-list.ts'
import { rowElement } from '../../frame/row-element.ts'
import { useShell } from '../../frame/shell-context.ts'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { MenuRow } from '../../ui/menu-row.tsx'
import menu from '../../ui/menu.module.css'
import { createRowMenu, type RowMenuItem } from './create-row-menu.ts'
import { DeleteSession, RenameSession } from './row-dialogs.tsx'
import type { MenuPlace } from './row-triggers.ts'

interface RowMenuProps extends LayerProps {
  place: MenuPlace | undefined
  onClose: () => void
}

/** The menu of a session's row, and the dialogs that two of its entries open. */
export function RowMenu(props: RowMenuProps): JSX.Element {
  const [asking, setAsking] = createSignal<{ what: 'rename' | 'delete'; place: MenuPlace }>()
  return (
    <>
      <Show when={props.place} keyed>
        {(place) => (
          <Open place={place} onClose={props.onClose} onAsk={(what) => setAsking({ what, place })} />
        )}
      </Show>
      <Switch>
        <Match when={asking()?.what === 'rename' && asking()}>
          {(asked) => <RenameSession name={asked().place.name} onClose={() => setAsking(undefined)} />}
        </Match>
        <Match when={asking()?.what === 'delete' && asking()}>
          {(asked) => <DeleteSession name={asked().place.name} onClose={() => setAsking(undefined)} />}
        </Match>
      </Switch>
    </>
  )
}

function Open(props: {
  place: MenuPlace
  onClose: () => void
  onAsk: (what: 'rename' | 'delete') => void
}): JSX.Element {
  const { selection } = useShell()
  const itemsOf = createRowMenu(props.onAsk)
  const isAmong = () => selection.has(props.place.name) && selection.names().length > 1
  // As they were when it opened: an entry that vanishes under the pointer presses another one.
  const items = itemsOf(props.place, isAmong() ? selection.names() : [props.place.name])
  let chosen: RowMenuItem | undefined
  const close = (event: Event) => {
    event.preventDefault()
    props.onClose()
    rowElement(props.place)?.focus()
    // Behind the focus, which what is run may take.
    queueMicrotask(() => chosen?.run())
  }
  const rect = () => ({ x: props.place.x, y: props.place.y, width: 0, height: 0 })
  const [open, setOpen] = createSignal(true)
  return (
    <DropdownMenu
      open={open()}
      onOpenChange={setOpen}
      getAnchorRect={rect}
      gutter={2}
      placement="bottom-start"
    >
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          class={menu.menu}
          aria-label={isAmong() ? `${selection.names().length} sessions` : 'Session actions'}
          onCloseAutoFocus={close}
        >
          <For each={items}>
            {(item) => (
              <MenuRow
                item={{ ...item, title: item.title ?? COMMAND_LIST[item.id].title }}
                onChoose={() => (chosen = item)}
              />
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
