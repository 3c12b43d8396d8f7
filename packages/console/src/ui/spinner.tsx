import type { JSX } from 'solid-js'
import styles from './spinner.module.css'

/** Something runs. Where that lasts more than a second, say beside it what runs. */
export const Spinner = (props: { label?: string }): JSX.Element => (
  <svg
    class={styles.spinner}
    viewBox="0 0 16 16"
    width="14"
    height="14"
    fill="none"
    role={props.label ? 'img' : undefined}
    aria-label={props.label}
    aria-hidden={props.label ? undefined : 'true'}
  >
    <circle cx="8" cy="8" r="6" stroke="currentColor" stroke-width="2" opacity="0.25" />
    <path d="M14 8a6 6 0 0 0-6-6" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
  </svg>
)
