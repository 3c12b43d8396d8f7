import { Show, type JSX } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { Notice } from '../../ui/notice.tsx'

/** An answer that did not reach the engine: it stays in view, with another try. */
export const ReplyFailure = (props: {
  problem: Problem | null | undefined
  onRetry: () => void
}): JSX.Element => (
  <Show when={props.problem}>
    {(problem) => (
      <Notice
        tone="error"
        title={`Couldn’t send your answer: ${problem().message}`}
        hint={problem().hint ?? 'Kilo is still waiting for it.'}
        onRetry={props.onRetry}
      />
    )}
  </Show>
)
