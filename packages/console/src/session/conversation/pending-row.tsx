import { createSignal, Show, type JSX } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { useConsole } from '../../store/context.ts'
import type { PendingPrompt } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { formatPlural } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast.ts'
import { putBack } from '../composer/draft/put-back.ts'
import { writtenAs } from '../composer/draft/taken-back.ts'
import { useSession } from '../session-view.ts'
import styles from './message.module.css'
import { QUEUED } from './rows.ts'

/** A prompt that was sent and that the engine has not shown yet. */
export const PendingRow = (props: { prompt: PendingPrompt }): JSX.Element => {
  const view = useSession()
  const state = () => {
    const { problem } = props.prompt
    if (problem) return isLost(problem) ? 'not received' : 'not sent'
    return view.busy() ? QUEUED : 'sending'
  }
  return (
    <article class={styles.row} aria-label="You" data-author="You" data-opens="" data-pending="">
      <header class={styles.author}>
        <span class={styles.name}>You</span>
        <span>{state()}</span>
      </header>
      <div class={styles.parts}>
        <div class={styles.prompt} dir="auto">
          {props.prompt.text || attachedText(props.prompt)}
        </div>
        <Show when={props.prompt.problem}>
          {(problem) => <Unsent prompt={props.prompt} problem={problem()} />}
        </Show>
      </div>
    </article>
  )
}

/** A prompt may be attachments alone. */
const attachedText = ({ extras, left = 0 }: PendingPrompt): string =>
  formatPlural(extras.length + left, 'attachment')

const isLost = ({ code }: Problem): boolean => code === 'not-arrived'

/** Why it is not there, and what can be done with it. */
const Unsent = (props: { prompt: PendingPrompt; problem: Problem }): JSX.Element => {
  const { sessions } = useConsole()
  const view = useSession()
  const [busy, setBusy] = createSignal(false)
  const edit = async () => {
    const { text, extras, choice } = props.prompt
    const back = writtenAs(text, extras, view.directory())
    setBusy(true)
    try {
      if (await sessions.prompts.takeBack(view.ref, props.prompt)) putBack(view.ref, back, choice)
      else showToast({ tone: 'info', title: 'Kilo has received it after all.' })
    } catch (error) {
      reportFailure('Couldn’t take the prompt back', error, () => void edit())
    } finally {
      setBusy(false)
    }
  }
  return (
    <Notice
      tone="error"
      title={isLost(props.problem) ? props.problem.message : `Couldn’t send this: ${props.problem.message}`}
      hint={missingText(props.prompt) ?? props.problem.hint}
      retryLabel={isLost(props.problem) ? 'Send again' : undefined}
      onRetry={props.prompt.cut ? undefined : () => void sessions.prompts.resend(view.ref, props.prompt)}
      actions={
        <>
          <Button size="small" busy={busy()} onClick={() => void edit()}>
            Edit
          </Button>
          <Button
            size="small"
            variant="ghost"
            onClick={() => sessions.prompts.discard(view.ref, props.prompt)}
          >
            Discard
          </Button>
        </>
      }
    />
  )
}

/** After a reload attachments are gone, and what is very long: sending again would leave them out without a word. */
function missingText({ left, cut }: PendingPrompt): string | undefined {
  if (cut) return 'It was too long to keep in full: Edit has its beginning.'
  return left ? `${formatPlural(left, 'attachment')} sent with it would be left out.` : undefined
}
