import Command from 'lucide-solid/icons/command'
import PanelLeft from 'lucide-solid/icons/panel-left'
import { onCleanup, onMount, Show, type JSX } from 'solid-js'
import { commandButton } from '../commands/command-button.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useShell } from './shell-context.ts'
import styles from './top-bar.module.css'

/**
 * For the bar of a route: opens the roster on a narrow screen, and says how many need you. The frame then shows no bar of its own. Nothing
 * on a wide screen, where the roster is beside it.
 */
export function RosterButton(): JSX.Element {
  const { setOwnBar } = useShell()
  onMount(() => setOwnBar(true))
  onCleanup(() => setOwnBar(false))
  return <OpenRoster />
}

function OpenRoster(): JSX.Element {
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
  const { title } = useShell()
  return (
    <header class={styles.bar}>
      <OpenRoster />
      <h1 class={styles.title}>{title()}</h1>
      <IconButton {...commandButton('palette')}>
        <Command />
      </IconButton>
    </header>
  )
}
