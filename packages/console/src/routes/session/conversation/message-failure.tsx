import type { AssistantMessage } from '@kilocode/sdk/v2/client'
import { createMemo, Show, type JSX } from 'solid-js'
import { useConsole } from '../../../store/context.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useSession } from '../session-view.ts'
import { failureOf } from './failure.ts'
import { promptTextOf } from './rows.ts'

/** Why an answer ended early. The newest one offers to send its prompt again. */
export const MessageFailure = (props: { message: AssistantMessage; last: boolean }): JSX.Element => {
  const { sessions } = useConsole()
  const view = useSession()
  const failure = createMemo(() => {
    const { error, providerID } = props.message
    return error ? failureOf(error, providerID) : undefined
  })
  const retry = () => {
    const transcript = view.transcript()
    const prompt = transcript?.messages.findLast((message) => message.role === 'user')
    const text = promptTextOf((prompt && transcript?.parts[prompt.id]) ?? [])
    if (!prompt || text === '') return undefined
    return () =>
      void sessions.prompt(view.ref, text, {
        agent: prompt.agent,
        model: { providerID: prompt.model.providerID, modelID: prompt.model.modelID },
      })
  }
  return (
    <Show when={failure()}>
      {(failure) => (
        <Notice
          tone={failure().tone}
          title={failure().title}
          hint={failure().hint}
          onRetry={
            props.last && !view.busy() && view.reachable() && failure().retryable ? retry() : undefined
          }
        />
      )}
    </Show>
  )
}
