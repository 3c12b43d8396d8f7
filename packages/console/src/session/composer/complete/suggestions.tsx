import type { JSX } from 'solid-js'
import { createLayer } from '../../../ui/create-layer.tsx'
import type { Draft } from '../draft/drafts.ts'
import type { Completion } from './create-completion.ts'

export interface SuggestionsProps {
  completion: Completion
  draft: Draft
  /** What the list stands over. */
  anchor: () => HTMLElement | undefined
}

const Layer = createLayer<SuggestionsProps & { open: boolean }>(
  async () => (await import('./suggestions-layer.tsx')).SuggestionsLayer,
  { in: 'page' },
)

/** What may stand in place of `@…` and `/…`, over the box. */
export const Suggestions = (props: SuggestionsProps): JSX.Element => (
  <Layer {...props} open={props.completion.trigger() !== undefined} onClose={props.completion.close} />
)
