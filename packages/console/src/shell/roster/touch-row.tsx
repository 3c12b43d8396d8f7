import Ellipsis from 'lucide-solid/icons/ellipsis'
import { Show, type JSX } from 'solid-js'
import { titleOfSession } from '../../frame/entry-text.ts'
import { SessionRow } from '../../frame/session-row.tsx'
import { useShell } from '../../frame/shell-context.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './roster.module.css'
import type { MenuPlace } from './row-triggers.ts'

/** A session's row for fingers: a right click and Shift+F10 are not theirs, so the menu has a button. */
export function TouchRow(props: { name: string; onMenu: (place: MenuPlace) => void }): JSX.Element {
  const { roster, peek } = useShell()
  const open = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const row = event.currentTarget.parentElement?.querySelector<HTMLElement>('[data-entry]')
    if (!row) return
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    peek.close()
    props.onMenu({ name: props.name, row, x: left, y: bottom })
  }
  return (
    <Show when={roster.session(props.name)}>
      {(entry) => (
        <div class={styles.withButton}>
          <SessionRow name={props.name} />
          <IconButton
            name={`Actions: ${titleOfSession(entry().session)}`}
            aria-haspopup="menu"
            onClick={open}
          >
            <Ellipsis />
          </IconButton>
        </div>
      )}
    </Show>
  )
}
