import { Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import type { PendingPrompt } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { formatPlural } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSession } from '../session-view.ts'
import styles from './message.module.css'
import { QUEUED } from './rows.ts'

/** A prompt that was sent and that the engine has not shown yet. */
export const PendingRow = (props: { prompt: PendingPrompt }): JSX.Element => {
  const { sessions } = useConsole()
  const view = useSession()
  const isLost = () => props.prompt.problem?.code === 'not-arrived'
  return (
    <article class={styles.row} aria-label="You" data-row data-author="You" data-opens="" data-pending="">
      <header class={styles.author}>
        <span class={styles.name}>You</span>
        <span>
          {props.prompt.problem ? (isLost() ? 'not received' : 'not sent') : view.busy() ? QUEUED : 'sending'}
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
              title={isLost() ? problem().message : `Couldn’t send this: ${problem().message}`}
              hint={missingText(props.prompt) ?? problem().hint}
              retryLabel={isLost() ? 'Send again' : undefined}
              onRetry={
                props.prompt.cut ? undefined : () => void sessions.prompts.resend(view.ref, props.prompt)
              }
              actions={
                <Button
                  size="small"
                  variant="ghost"
                  onClick={() => sessions.prompts.discard(view.ref, props.prompt)}
                >
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

/** After a reload attachments are gone, and what is very long: sending again would leave them out without a word. */
function missingText({ left, cut }: PendingPrompt): string | undefined {
  if (cut) return 'It was too long to be kept whole: copy what you need, and write it again.'
  return left ? `${formatPlural(left, 'attachment')} went with it and would be left out.` : undefined
}
