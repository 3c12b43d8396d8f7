import type { JSX } from 'solid-js'
import { StateIcon } from '../../../ui/state-icon.tsx'
import type { standOf } from './subagent-work.ts'
import styles from './subagent.module.css'

/** What a subagent does at this moment, where no call of it says so. */
export const Stand = (props: NonNullable<ReturnType<typeof standOf>>): JSX.Element => (
  <p class={styles.stand}>
    <StateIcon activity={props.activity} />
    <span class={styles.cut}>{props.words}</span>
  </p>
)
