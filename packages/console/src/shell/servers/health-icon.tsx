import { Match, Switch, type JSX } from 'solid-js'
import type { ServerHealth } from '../../../shared/api.ts'
import { Glyph } from '../../ui/glyph.tsx'
import styles from './servers-panel.module.css'

/** A server's health, each with a shape of its own. 14 px. */
export function HealthIcon(props: { health: ServerHealth; label: string }): JSX.Element {
  return (
    <Glyph class={styles.health} data-health={props.health} label={props.label}>
      <Switch>
        <Match when={props.health === 'healthy'}>
          <circle cx="7" cy="7" r="4" fill="currentColor" stroke="none" />
        </Match>
        <Match when={props.health === 'starting'}>
          <path d="M7 2.5a4.5 4.5 0 1 1-4.5 4.5" />
        </Match>
        <Match when={props.health === 'unhealthy'}>
          <path d="M7 1.8 12.8 12H1.2ZM7 5.8v2.4M7 10.1v.01" />
        </Match>
        <Match when={props.health === 'locked'}>
          <path d="M3 6.5h8V12H3ZM4.8 6.5V4.3a2.2 2.2 0 0 1 4.4 0v2.2" />
        </Match>
        <Match when={props.health === 'offline'}>
          <path d="M3 7h8" stroke-width="2" />
        </Match>
      </Switch>
    </Glyph>
  )
}
