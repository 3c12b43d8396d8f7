import { Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import type { PendingPrompt } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSession } from '../session-view.ts'
import styles from './message.module.css'

/** A prompt that was sent and that the engine has not shown yet. */
export const PendingRow = (props: { prompt: PendingPrompt }): JSX.Element => {
  const { sessions } = useConsole()
  const view = useSession()
  return (
    <article class={styles.row} aria-label="You" data-row data-author="You" data-opens="" data-pending="">
      <header class={styles.author}>
        <span class={styles.name}>You</span>
        <span>
          {props.prompt.problem
            ? 'not sent'
            : view.busy()
              ? 'Queued: Kilo reads it after this step'
              : 'sending'}
        </span>
      </header>
      <div class={styles.parts}>
        <div class={styles.prompt} dir="auto">
          {props.prompt.text}
        </div>
        <Show when={props.prompt.problem}>
          {(problem) => (
            <Notice
              tone="error"
              title={`Couldn’t send this: ${problem().message}`}
              hint={problem().hint}
              onRetry={() => void sessions.resend(view.ref, props.prompt)}
              actions={
                <Button size="small" variant="ghost" onClick={() => sessions.discard(view.ref, props.prompt)}>
                  Discard
                </Button>
              }
            />
          )}
        </Show>
      </div>
    </article>
  )
}
