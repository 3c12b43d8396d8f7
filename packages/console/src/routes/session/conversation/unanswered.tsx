import { Show, type JSX } from 'solid-js'
import { createNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { createResend } from './resend.ts'

/** Between a prompt and the news that its turn has begun; without it every prompt would flash this notice. Milliseconds. */
const PATIENCE_MS = 3000

/** Under a prompt that Kilo did not get to, because it was stopped or ended before. */
export const Unanswered = (props: { sentAt: number }): JSX.Element => {
  const now = createNow(1000)
  const resend = createResend()
  return (
    <Show when={now() - props.sentAt > PATIENCE_MS}>
      <Notice
        tone="info"
        title="Not answered"
        hint="Kilo was stopped before it read this."
        onRetry={resend()}
      />
    </Show>
  )
}
