import type { JSX } from 'solid-js'
import { CopyButton } from './copy-button.tsx'
import styles from './copy-command.module.css'

/** A command to run in a shell, with a button that copies it. */
export const CopyCommand = (props: { command: string }): JSX.Element => (
  <span class={styles.command}>
    <code class={styles.text}>{props.command}</code>
    <CopyButton name={`Copy “${props.command}”`} text={() => props.command} />
  </span>
)
