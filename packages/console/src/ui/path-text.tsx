import type { JSX } from 'solid-js'
import { printablePath, splitPath } from './path-split.ts'
import styles from './path-text.module.css'

/** A path that keeps its end when there is too little room; the whole of it is in the tooltip. */
export const PathText = (props: { path: string; code?: boolean }): JSX.Element => (
  <span class={styles.path} data-code={props.code ? '' : undefined} title={printablePath(props.path)}>
    <span class={styles.head}>{printablePath(splitPath(props.path).head)}</span>
    <span class={styles.tail}>{printablePath(splitPath(props.path).tail)}</span>
  </span>
)
