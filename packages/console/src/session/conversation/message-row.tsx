import type { AssistantMessage, Message, UserMessage } from '@kilocode/sdk/v2/client'
import { createEffect, createMemo, createSignal, For, Show, untrack, type JSX } from 'solid-js'
import { sameList } from '../../ui/same-list.ts'
import { RelativeTime } from '../../ui/time.tsx'
import { useSession, type SessionView } from '../session-view.ts'
import { AnswerEnd } from './answer-end.tsx'
import type { Near, Nearness } from './nearness.ts'
import { MessageActions } from './message-actions.tsx'
import { MessageFailure } from './message-failure.tsx'
import styles from './message.module.css'
import { Unanswered } from './unanswered.tsx'
import { PartView } from './part-view.tsx'
import { QUEUED, shownParts, type Row } from './rows.ts'
import { answerEndOf } from './turn-end.ts'
import { sameFacts, type TurnFacts } from './turn-facts.ts'
import { TurnLine } from './turn-line.tsx'

export interface MessageRowProps {
  message: Message
  /** The first of several by one author: it shows the name. */
  opens: boolean
  status: Row['status']
  /** Of the turn that ends with it. */
  turn: TurnFacts | null
  /** The newest message of the session. */
  last: boolean
  /** It was jumped to: it has its content, and a mark. */
  target: boolean
  nearness: Nearness
  /** Of rows that are not there. */
  heights: Map<string, number>
  /** It is an old one: its content comes when it is near. */
  beginsFar: boolean
}

/** CSS pixels of a row that nobody has seen yet. */
const UNSEEN = 180

export const MessageRow = (props: MessageRowProps): JSX.Element => {
  const view = useSession()
  const [near, setNear] = createSignal<Near>()
  const parts = () => view.transcript()?.parts[props.message.id] ?? []
  const byId = createMemo(() => new Map(parts().map((part) => [part.id, part])))
  const isWriting = createMemo(() => props.status === 'writing')
  // The text of a part grows many times a second, which parts are shown rarely changes.
  const ids = createMemo(() => shownParts(parts(), props.message.role, isWriting()).map(({ id }) => id), [], {
    equals: sameList,
  })
  const author = () => (props.message.role === 'user' ? 'You' : 'Kilo')
  const answer = (): AssistantMessage | undefined =>
    props.message.role === 'assistant' ? props.message : undefined
  const prompt = (): UserMessage | undefined => (props.message.role === 'user' ? props.message : undefined)
  /** A suggestion waits in a session that rests. */
  const isAsking = () => view.requests().some(({ request }) => request.tool?.messageID === props.message.id)
  const end = createMemo(() => {
    const message = answer()
    return message
      ? answerEndOf(message, {
          live: isWriting() || isAsking(),
          shown: ids().length > 0,
          turnShown: ids().length === 0 && showsEarlier(view, message.id),
          cutOff: props.last && view.cutOff(),
        })
      : null
  })
  const isNear = () => props.target || (near()?.near() ?? !props.beginsFar)
  createEffect(() => {
    const now = near()
    if (now && !now.near()) props.heights.set(props.message.id, now.height())
  })
  const estimate = () => (props.beginsFar ? (props.heights.get(props.message.id) ?? UNSEEN) : undefined)
  const turn = createMemo(() => props.turn, null, { equals: sameFacts })
  // A step of which nothing is to be seen has no row: an empty "Kilo" says nothing.
  const isEmpty = () => ids().length === 0 && !answer()?.error && !end() && !turn()

  return (
    <article
      ref={(element) => setNear(props.nearness.watch(element, untrack(estimate)))}
      class={styles.row}
      aria-label={author()}
      data-message={props.message.id}
      data-target={props.target ? '' : undefined}
      data-author={author()}
      data-opens={props.opens ? '' : undefined}
      hidden={isEmpty()}
      style={isNear() ? {} : { height: `${near()?.height() ?? UNSEEN}px` }}
    >
      <Show when={isNear()}>
        <Show when={props.opens}>
          <header class={styles.author}>
            <span class={styles.name}>{author()}</span>
            <Show
              when={props.status === 'queued'}
              fallback={<RelativeTime at={props.message.time.created} />}
            >
              <span>{QUEUED}</span>
            </Show>
          </header>
        </Show>
        <MessageActions message={props.message} parts={parts()} queued={props.status === 'queued'} />
        <div class={styles.parts}>
          <For each={ids()}>
            {(id) => (
              <Show when={byId().get(id)}>
                {(part) => (
                  <div class={styles.part} data-part={id}>
                    <PartView part={part()} role={props.message.role} writing={isWriting()} />
                  </div>
                )}
              </Show>
            )}
          </For>
          <Show when={answer()?.error && answer()}>
            {(failed) => <MessageFailure message={failed()} last={props.last} />}
          </Show>
          <Show when={end() && answer()}>
            {(ended) => <AnswerEnd message={ended()} end={end() ?? 'stopped'} last={props.last} />}
          </Show>
          <Show when={turn()}>{(facts) => <TurnLine facts={facts()} />}</Show>
          <Show when={props.status === 'unanswered' && prompt()}>
            {(unanswered) => <Unanswered prompt={unanswered()} />}
          </Show>
        </div>
      </Show>
    </article>
  )
}

/** Whether an earlier step of the same turn shows something. */
function showsEarlier(view: SessionView, id: string): boolean {
  const messages = view.messages()
  for (let at = messages.findIndex((message) => message.id === id) - 1; at >= 0; at -= 1) {
    const earlier = messages[at]
    if (earlier?.role !== 'assistant') return false
    if (shownParts(view.transcript()?.parts[earlier.id] ?? [], 'assistant', false).length > 0) return true
  }
  return false
}
