import Command from 'lucide-solid/icons/command'
import PanelLeft from 'lucide-solid/icons/panel-left'
import { Show, type JSX } from 'solid-js'
import { IconButton } from '../../ui/icon-button.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useShell } from './shell-context.ts'
import styles from './shell.module.css'

/** Opens the roster on a narrow screen, and says how many need you. Nothing on a wide one, where the roster is beside it. */
export function RosterButton(): JSX.Element {
  const { narrow, open, roster } = useShell()
  return (
    <Show when={narrow()}>
      <span class={styles.rosterButton}>
        <IconButton name="Open the roster" onClick={() => open('roster')}>
          <PanelLeft />
        </IconButton>
        <Show when={roster.needsYou().length > 0}>
          <StatusBadge tone="amber">{roster.needsYou().length}</StatusBadge>
        </Show>
      </span>
    </Show>
  )
}

/** The bar of a narrow screen: the roster, the page's title, the palette. */
export function TopBar(): JSX.Element {
  const { page, open } = useShell()
  return (
    <header class={styles.bar}>
      <RosterButton />
      <h1 class={styles.title}>{page()?.title() ?? 'Kilo Console'}</h1>
      <IconButton name="Open the palette" keys="mod+k" onClick={() => open('palette')}>
        <Command />
      </IconButton>
    </header>
  )
}
