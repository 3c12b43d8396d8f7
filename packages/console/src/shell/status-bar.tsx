import { A } from '@solidjs/router'
import Keyboard from 'lucide-solid/icons/keyboard'
import Monitor from 'lucide-solid/icons/monitor'
import Moon from 'lucide-solid/icons/moon'
import Settings from 'lucide-solid/icons/settings'
import Sun from 'lucide-solid/icons/sun'
import type { JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { LinkState } from '../events/socket.ts'
import { choosePreference } from '../frame/choose-preference.ts'
import { useConsole } from '../store/context.ts'
import { links } from '../store/links.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { followingTheme, theme } from '../ui/preferences.ts'
import { commandButton } from '../commands/command-button.ts'
import styles from './status-bar.module.css'

const LINK_NAMES: Record<LinkState, string> = {
  connecting: 'Reconnecting',
  connected: 'Connected',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  'logged-out': 'Offline',
}

const THEMES = {
  system: { name: 'System', icon: Monitor },
  light: { name: 'Light', icon: Sun },
  dark: { name: 'Dark', icon: Moon },
}

/** The foot of the roster: whether what one sees is live, and what concerns the console as a whole. */
export function StatusBar(): JSX.Element {
  const { state } = useConsole()
  return (
    <div class={styles.bar}>
      <span class={styles.link} role="status" aria-label="Connection" data-link={LINK_NAMES[state.link]}>
        <span class={styles.mark} aria-hidden="true" />
        {LINK_NAMES[state.link]}
      </span>
      <IconButton
        name={`Theme: ${THEMES[theme()].name}`}
        size="small"
        aria-description={`Changes to ${THEMES[followingTheme()].name}`}
        onClick={() => choosePreference({ key: 'theme', value: followingTheme() })}
      >
        <Dynamic component={THEMES[theme()].icon} />
      </IconButton>
      <IconButton {...commandButton('keys')} size="small">
        <Keyboard />
      </IconButton>
      <A class={styles.settings} href={links.settings} aria-label="Settings" data-tip="Settings">
        <Settings size={14} aria-hidden="true" />
      </A>
    </div>
  )
}
