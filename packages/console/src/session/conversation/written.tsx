import type { ReasoningPart, TextPart } from '@kilocode/sdk/v2/client'
import { Show, type JSX } from 'solid-js'
import type { Torn } from '../../store/types.ts'
import { Markdown } from '../../code/markdown/markdown.tsx'
import { WholeText } from '../whole-text.tsx'
import styles from './message.module.css'

/** What a model writes, answer or thought. `writing`: more is to come. */
export const Written = (props: {
  part: Torn<TextPart | ReasoningPart>
  writing: boolean
  /** Units of the whole, where this is its beginning. */
  cut?: number | undefined
}): JSX.Element => (
  <>
    <Show when={props.writing && props.part.torn}>
      <p class={styles.remark}>
        The beginning was missed while the connection was down. It appears once the answer is complete.
      </p>
    </Show>
    <Markdown text={props.part.text} writing={props.writing} plain={props.cut !== undefined} />
    <WholeText part={props.part} units={props.cut} />
  </>
)
