import type { JSX } from 'solid-js'
import { Kbd } from './kbd.tsx'
import styles from './key-face.module.css'

/** The face of a button that is best known by its key: the key, or an icon where there is no keyboard. */
export const KeyFace = (props: { keys: string; children: JSX.Element }): JSX.Element => (
  <>
    <Kbd keys={props.keys} />
    <span class={styles.icon}>{props.children}</span>
  </>
)
