import type { JSX } from 'solid-js'
import styles from './engine.module.css'

/** One thing that the engine does, in a frame. `about`: what it is for, and what it costs. */
export const Section = (props: { title: string; about: JSX.Element; children: JSX.Element }): JSX.Element => (
  <section class={styles.section} role="region" aria-label={props.title}>
    <h2 class={styles.heading}>{props.title}</h2>
    <p class={styles.quiet}>{props.about}</p>
    <div class={styles.box}>{props.children}</div>
  </section>
)
