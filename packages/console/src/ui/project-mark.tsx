import type { ProjectColor } from '@kilo-console/engine/project-colors'
import { Show, type JSX } from 'solid-js'
import styles from './project-mark.module.css'

/** The colour that somebody gave a project, before its name, which says the same. */
export const ProjectMark = (props: { color: ProjectColor | undefined }): JSX.Element => (
  <Show when={props.color}>
    {(color) => <span class={styles.mark} data-color={color()} aria-hidden="true" />}
  </Show>
)
