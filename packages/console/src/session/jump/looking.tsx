import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Jump } from './create-jump.ts'
import styles from './looking.module.css'

/** Over the conversation while older messages are loaded to find one. */
export const Looking = (props: { jump: Jump }): JSX.Element => (
  <div class={styles.place} role="status">
    <Show when={props.jump.looking()}>
      <div class={styles.looking}>
        <Spinner />
        <span>Looking for the message…</span>
        <Button size="small" variant="ghost" onClick={() => props.jump.stop()}>
          Stop looking
        </Button>
      </div>
    </Show>
  </div>
)
