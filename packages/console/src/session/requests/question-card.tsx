import type { Session } from '@kilocode/sdk/v2/client'
import { useNavigate } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { links } from '../../store/links.ts'
import type { Question } from '../../store/types.ts'
import type { PartProps } from '../../ui/create-part.tsx'
import { StateIcon } from '../../ui/state-icon.tsx'
import { useSession } from '../session-view.ts'
import { AskerLine } from './asker-line.tsx'
import { QuestionAsk } from './question-ask.tsx'
import { wordsOf } from './question-words.ts'
import styles from './card.module.css'

export interface QuestionCardProps extends PartProps {
  request: Question
  by: Session | undefined
  /** How many requests wait behind this one. */
  more: number
}

/** Questions of the model, each with its choices; answered together or dismissed. */
export const QuestionCard = (props: QuestionCardProps): JSX.Element => {
  const view = useSession()
  const navigate = useNavigate()
  const directory = () => props.by?.directory ?? props.request.directory
  // Who has gone elsewhere meanwhile is left there.
  const follow = (sessionId: string) => {
    const { serverId } = view.ref
    const here = links.session(serverId, view.ref.sessionId)
    if (new URL(location.href).pathname.endsWith(here)) navigate(links.session(serverId, sessionId))
  }
  return (
    <section class={styles.card} role="region" aria-label="Question">
      <header class={styles.head}>
        <StateIcon activity="question" />
        <h2 class={styles.title}>{wordsOf(props.request).title}</h2>
        <Show when={props.more > 0}>
          <span class={styles.more}>{props.more} more</span>
        </Show>
      </header>
      <AskerLine by={props.by} messageId={props.request.tool?.messageID} directory={directory()} />
      <QuestionAsk
        serverId={view.ref.serverId}
        request={props.request}
        directory={directory()}
        reachable={view.reachable()}
        onBegun={follow}
      />
    </section>
  )
}
