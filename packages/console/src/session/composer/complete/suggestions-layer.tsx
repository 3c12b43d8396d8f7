import { Show, type JSX } from 'solid-js'
import { SuggestionsBody } from './suggestions-body.tsx'
import type { SuggestionsProps } from './suggestions.tsx'

/** What `Suggestions` shows. */
export const SuggestionsLayer = (props: SuggestionsProps): JSX.Element => (
  <Show when={props.completion.trigger()}>
    {(trigger) => <SuggestionsBody {...props} trigger={trigger()} />}
  </Show>
)
