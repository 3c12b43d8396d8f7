import type { AssistantMessage, Message } from '@kilocode/sdk/v2/client'
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { RelativeTime } from '../../../ui/time.tsx'
import { useSession } from '../session-view.ts'
import type { Near, Nearness } from './create-near.ts'
import { MessageFailure } from './message-failure.tsx'
import styles from './message.module.css'
import { Unanswered } from './unanswered.tsx'
import { PartView } from './part-view.tsx'
import { shownParts, type Row } from './rows.ts'

export interface MessageRowProps {
  message: Message
  /** The first of several by one author: it shows the name. */
  opens: boolean
  standing: Row['standing']
  /** The newest message of the session. */
  last: boolean
  nearness: Nearness | undefined
}

export const MessageRow = (props: MessageRowProps): JSX.Element => {
  const view = useSession()
  const [near, setNear] = createSignal<Near>()
  const parts = () => view.transcript()?.parts[props.message.id] ?? []
  const byId = createMemo(() => new Map(parts().map((part) => [part.id, part])))
  const isWriting = () => props.standing === 'writing'
  const ids = createMemo(() => shownParts(parts(), props.message.role, isWriting()).map(({ id }) => id))
  const author = () => (props.message.role === 'user' ? 'You' : 'Kilo')
  const answer = (): AssistantMessage | undefined =>
    props.message.role === 'assistant' ? props.message : undefined
  const isNear = () => near()?.near() ?? true
  // A step of which nothing is to be seen has no row: an empty "Kilo" says nothing.
  const isEmpty = () => ids().length === 0 && !answer()?.error

  return (
    <article
      ref={(element) => setNear(props.nearness?.watch(element))}
      class={styles.row}
      aria-label={author()}
      data-row
      data-author={author()}
      data-opens={props.opens ? '' : undefined}
      hidden={isEmpty()}
      style={isNear() ? {} : { height: `${near()?.height() ?? 0}px` }}
    >
      <Show when={isNear()}>
        <Show when={props.opens}>
          <header class={styles.author}>
            <span class={styles.name}>{author()}</span>
            <Show
              when={props.standing === 'queued'}
              fallback={<RelativeTime at={props.message.time.created} />}
            >
              <span>queued: Kilo reads it after this step</span>
            </Show>
          </header>
        </Show>
        <div class={styles.parts}>
          <For each={ids()}>
            {(id) => (
              <Show when={byId().get(id)}>
                {(part) => <PartView part={part()} role={props.message.role} writing={isWriting()} />}
              </Show>
            )}
          </For>
          <Show when={answer()?.error && answer()}>
            {(failed) => <MessageFailure message={failed()} last={props.last} />}
          </Show>
          <Show when={props.standing === 'unanswered'}>
            <Unanswered sentAt={props.message.time.created} />
          </Show>
        </div>
      </Show>
    </article>
  )
}
