import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { links } from '../../store/links.ts'
import styles from './settings-navigation.module.css'

const PARTS = [
  { title: 'Console', href: links.settings },
  { title: 'Configuration', href: links.configuration },
  { title: 'Providers', href: links.providers },
  { title: 'Models', href: links.models },
  { title: 'MCP', href: links.mcp },
  { title: 'Agents', href: links.agents },
  { title: 'Permissions', href: links.permissions },
  { title: 'Projects', href: links.projects },
  { title: 'Engine', href: links.engine },
] as const

/** The parts of the settings. */
export const SettingsNavigation = (): JSX.Element => (
  <nav class={styles.parts} aria-label="Settings">
    {PARTS.map(({ title, href }) => (
      <A class={styles.part} href={href} end>
        {title}
      </A>
    ))}
  </nav>
)
