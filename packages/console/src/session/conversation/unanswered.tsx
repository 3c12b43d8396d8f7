import type { UserMessage } from '@kilocode/sdk/v2/client'
import { Show, type JSX } from 'solid-js'
import { createNow } from '../../ui/clock.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSession } from '../session-view.ts'
import { createResend } from './resend.ts'
import { unansweredWords } from './turn-end.ts'

/** Between a prompt and the news that its turn has begun; without it every prompt would flash this notice. Milliseconds. */
const PATIENCE_MS = 3000

/** Under a prompt that has no answer: why, as far as it is known. */
export const Unanswered = (props: { prompt: UserMessage }): JSX.Element => {
  const view = useSession()
  const now = createNow(1000)
  const resend = createResend()
  const words = () => {
    const before = view.messages()[view.messages().findIndex(({ id }) => id === props.prompt.id) - 1]
    return unansweredWords(props.prompt, { before, failed: view.failed(), cutOff: view.cutOff() })
  }
  return (
    <Show when={words().tone === 'error' || now() - props.prompt.time.created > PATIENCE_MS}>
      <Notice tone={words().tone} title={words().title} hint={words().hint} onRetry={resend()} />
    </Show>
  )
}
