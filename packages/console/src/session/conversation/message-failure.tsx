import type { AssistantMessage } from '@kilocode/sdk/v2/client'
import { createMemo, Show, type JSX } from 'solid-js'
import { Notice } from '../../ui/notice.tsx'
import { CodeWords } from '../code-words.tsx'
import { failureOf } from './failure.ts'
import { createResend } from './resend.ts'

/** Why an answer ended early. The newest one offers to send its prompt again. */
export const MessageFailure = (props: { message: AssistantMessage; last: boolean }): JSX.Element => {
  const resend = createResend()
  const failure = createMemo(() => {
    const { error, providerID } = props.message
    return error ? failureOf(error, providerID) : undefined
  })
  return (
    <Show when={failure()}>
      {(failure) => (
        <Notice
          tone={failure().tone}
          title={failure().title}
          // What the provider said stays; what to do after a stop is past once the conversation went on.
          hint={props.last || failure().tone !== 'info' ? <CodeWords text={failure().hint} /> : undefined}
          onRetry={props.last && failure().retryable ? resend() : undefined}
        />
      )}
    </Show>
  )
}
