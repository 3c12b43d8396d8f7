import type { Session } from '@kilocode/sdk/v2/client'
import { Show, type JSX } from 'solid-js'
import type { Question } from '../../store/types.ts'
import { StateIcon } from '../../ui/state-icon.tsx'
import { useSession } from '../session-view.ts'
import { AskerLine } from './asker-line.tsx'
import { QuestionAsk } from './question-ask.tsx'
import styles from './requests.module.css'

export interface QuestionCardProps {
  request: Question
  by: Session | undefined
  /** How many requests wait behind this one. */
  more: number
}

/** Questions of the model, each with its choices; answered together or dismissed. */
export const QuestionCard = (props: QuestionCardProps): JSX.Element => {
  const view = useSession()
  return (
    <section class={styles.card} role="region" aria-label="Question">
      <header class={styles.head}>
        <StateIcon activity="question" />
        <h2 class={styles.title}>Kilo has a question</h2>
        <Show when={props.more > 0}>
          <span class={styles.more}>{props.more} more</span>
        </Show>
      </header>
      <AskerLine
        by={props.by}
        messageId={props.request.tool?.messageID}
        directory={props.by?.directory ?? props.request.directory}
      />
      <QuestionAsk serverId={view.ref.serverId} request={props.request} reachable={view.reachable()} />
    </section>
  )
}
