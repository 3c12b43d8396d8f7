import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { links } from '../../store/links.ts'
import styles from './settings-navigation.module.css'

/** The parts of the settings. */
export const SettingsNavigation = (): JSX.Element => (
  <nav class={styles.parts} aria-label="Settings">
    <A class={styles.part} href={links.settings} end>
      Console
    </A>
    <A class={styles.part} href={links.configuration}>
      Configuration
    </A>
    <A class={styles.part} href={links.providers}>
      Providers
    </A>
    <A class={styles.part} href={links.models}>
      Models
    </A>
    <A class={styles.part} href={links.mcp}>
      MCP
    </A>
    <A class={styles.part} href={links.agents}>
      Agents
    </A>
    <A class={styles.part} href={links.permissions}>
      Permissions
    </A>
    <A class={styles.part} href={links.projects}>
      Projects
    </A>
    <A class={styles.part} href={links.engine}>
      Engine
    </A>
  </nav>
)
