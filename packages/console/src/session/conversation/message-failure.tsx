import type { AssistantMessage } from '@kilocode/sdk/v2/client'
import { createMemo, Show, type JSX } from 'solid-js'
import { Notice } from '../../ui/notice.tsx'
import { CodeWords } from '../code-words.tsx'
import { engineCommands } from '../../frame/engine-commands.ts'
import { useSession } from '../session-view.ts'
import { failureOf, type Failure } from './failure.ts'
import { createResend } from './resend.ts'
import { createResume } from './resume.ts'

/** Why an answer ended early. The newest one offers to send its prompt again, or to go on where it was stopped. */
export const MessageFailure = (props: { message: AssistantMessage; last: boolean }): JSX.Element => {
  const view = useSession()
  const resend = createResend()
  const resume = createResume(() => props.message.id, resend)
  const failure = createMemo(() => {
    const { error, providerID } = props.message
    return error
      ? failureOf(error, providerID, engineCommands(view.server()?.info), resume.label())
      : undefined
  })
  const retry = ({ resumes, retryable }: Failure) => {
    if (!props.last || !retryable) return undefined
    return resumes ? resume.run() : resend()
  }
  return (
    <Show when={failure()}>
      {(failure) => (
        <Notice
          tone={failure().tone}
          title={failure().title}
          // What the provider said stays; what to do after a stop is past once the conversation went on.
          hint={props.last || failure().tone !== 'info' ? <CodeWords text={failure().hint} /> : undefined}
          onRetry={retry(failure())}
          retrying={resume.busy()}
          retryLabel={failure().resumes ? resume.label() : undefined}
        />
      )}
    </Show>
  )
}
