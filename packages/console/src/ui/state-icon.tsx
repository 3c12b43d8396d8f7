import { Switch, Match, type JSX } from 'solid-js'
import { Glyph } from './glyph.tsx'
import styles from './state-icon.module.css'

/** What a session does, for the eye. `permission`, `question` and `offline` (no network) need the user. */
export type Activity =
  | 'permission'
  | 'question'
  | 'offline'
  | 'working'
  | 'done'
  | 'failed'
  | 'interrupted'
  | 'idle'

const NAMES: Record<Activity, string> = {
  permission: 'needs your permission',
  question: 'asks a question',
  offline: 'waiting for the network',
  working: 'working',
  done: 'done',
  failed: 'failed',
  interrupted: 'interrupted',
  idle: 'idle',
}

/** The words for an activity, as StateIcon's `label` wants them. */
export const nameActivity = (activity: Activity): string => NAMES[activity]

export interface StateIconProps {
  activity: Activity
  /** Names it for assistive technology; without it the icon is decoration beside a text that says the same. */
  label?: string | undefined
}

/** One colour and one shape for each activity, so that it reads without colour. 14 px. */
export const StateIcon = (props: StateIconProps): JSX.Element => (
  <Glyph class={styles.icon} data-activity={props.activity} label={props.label}>
    <Switch>
      <Match when={props.activity === 'permission'}>
        <path class={styles.filled} d="M7 1.2 13.2 12.4H0.8Z" />
        <path class={styles.cut} d="M7 5.2v3M7 10.4v.01" />
      </Match>
      <Match when={props.activity === 'question'}>
        <path class={styles.filled} d="M7 .9 13.1 7 7 13.1.9 7Z" />
        <path class={styles.cut} d="M5.6 5.7a1.4 1.4 0 1 1 2 1.25c-.4.2-.6.45-.6.85M7 9.7v.01" />
      </Match>
      <Match when={props.activity === 'offline'}>
        <path d="M1.4 5.6a8 8 0 0 1 11.2 0M3.6 8a4.8 4.8 0 0 1 6.8 0" />
        <path d="M7 10.9v.01M2 12.4 12 1.6" />
      </Match>
      <Match when={props.activity === 'working'}>
        <circle class={styles.pulse} cx="7" cy="7" r="5.5" />
        <circle class={styles.filled} cx="7" cy="7" r="2.25" />
      </Match>
      <Match when={props.activity === 'done'}>
        <path d="m2 7.5 3.2 3.3L12 3.6" />
      </Match>
      <Match when={props.activity === 'failed'}>
        <path d="m3 3 8 8M11 3l-8 8" />
      </Match>
      <Match when={props.activity === 'interrupted'}>
        <path d="M4 7h6" />
        <circle cx="7" cy="7" r="5.5" stroke-dasharray="4.6 2.3" />
      </Match>
      <Match when={props.activity === 'idle'}>
        <circle cx="7" cy="7" r="3.25" />
      </Match>
    </Switch>
  </Glyph>
)
