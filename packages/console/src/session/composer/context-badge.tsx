import type { Message } from '@kilocode/sdk/v2/client'
import { createMemo, Show, type JSX } from 'solid-js'
import type { ModelRef } from '../../store/types.ts'
import { formatCompact, formatCount, formatPercent } from '../../ui/format.ts'
import { contextTone, contextUseOf } from '../context-use.ts'
import styles from './composer.module.css'

/** How full the context is, beside the box: the number that says when to begin anew. */
export const ContextBadge = (props: {
  messages: readonly Message[]
  /** Tokens that a model reads at most, 0 while not known. */
  limitOf: (model: ModelRef) => number
}): JSX.Element => {
  const use = createMemo(() => contextUseOf(props.messages))
  return (
    <Show when={use()}>
      {(use) => (
        <span
          class={styles.context}
          data-tone={contextTone(use().tokens, props.limitOf(use().model))}
          title={`${formatCount(use().tokens)} tokens in the context of the last answer`}
        >
          <Show when={props.limitOf(use().model) > 0} fallback={formatCompact(use().tokens)}>
            {formatPercent(use().tokens, props.limitOf(use().model))}
          </Show>{' '}
          context
        </span>
      )}
    </Show>
  )
}
