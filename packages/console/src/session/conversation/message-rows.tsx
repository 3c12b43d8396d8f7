import type { Message } from '@kilocode/sdk/v2/client'
import { createEffect, createMemo, createSignal, For, onCleanup, Show, untrack, type JSX } from 'solid-js'
import styles from './conversation.module.css'
import { MessageRow } from './message-row.tsx'
import { makeNearness, type Near, type Nearness } from './nearness.ts'
import { regrouped, type RowGroup } from './row-groups.ts'
import type { Row } from './rows.ts'
import { turnFactsOf } from './turn-facts.ts'

/** CSS pixels of a row that nobody has seen yet: a prompt, a step with a call. */
const UNSEEN = 180
/** Two screens of a desktop: what a flick of the wheel reaches before the next frame. */
export const FAR_ROW = 1600
/** Groups go later than their rows: what they hold has its height by then. */
const FAR_GROUP = 3200

export interface MessageRowsProps {
  scroller: HTMLElement
  /** What is shown, in order; the end of all there is while the page still builds it. */
  ids: readonly string[]
  messages: ReadonlyMap<string, Message>
  rows: ReadonlyMap<string, Row>
  /** The newest message of the session. */
  last: string | undefined
  /** The message that was jumped to: it is there, however far it is. */
  target: string | undefined
  /** What comes from now on comes above what is in sight, or behind the end. */
  whole: boolean
  /** One of those that came with all that was left: they are far. */
  isRest: (id: string) => boolean
}

/** The heights of rows that are not there, by message id. */
type Heights = Map<string, number>

/** The rows of a conversation, those far from the window as empty boxes. */
export const MessageRows = (props: MessageRowsProps): JSX.Element => {
  const groups = createMemo<readonly RowGroup[]>((before) => regrouped(before, props.ids), [])
  const byKey = createMemo(() => new Map(groups().map((group) => [group.ids[0] ?? '', group])))
  const keys = createMemo(() => [...byKey().keys()])
  const heights: Heights = new Map()
  const ofGroups = makeNearness(props.scroller, FAR_GROUP)
  const ofRows = makeNearness(props.scroller, FAR_ROW)
  onCleanup(ofGroups.dispose)
  onCleanup(ofRows.dispose)
  return (
    <For each={keys()}>
      {(key) => (
        <Group
          ids={byKey().get(key)?.ids ?? []}
          beginsFar={untrack(() => props.whole && key !== keys().at(-1))}
          nearness={ofGroups}
          heights={heights}
          target={props.target}
        >
          {(id, beginsFar) => (
            <Show when={props.messages.get(id)}>
              {(message) => (
                <MessageRow
                  message={message()}
                  opens={props.rows.get(id)?.opens ?? true}
                  status={props.rows.get(id)?.status ?? 'settled'}
                  turn={turnFactsOf(id, props.ids, props.messages)}
                  last={props.last === id}
                  target={props.target === id}
                  nearness={ofRows}
                  heights={heights}
                  beginsFar={beginsFar || props.isRest(id)}
                />
              )}
            </Show>
          )}
        </Group>
      )}
    </For>
  )
}

interface GroupProps {
  ids: readonly string[]
  beginsFar: boolean
  nearness: Nearness
  heights: Heights
  target: string | undefined
  children: (id: string, beginsFar: boolean) => JSX.Element
}

const Group = (props: GroupProps): JSX.Element => {
  const [near, setNear] = createSignal<Near>()
  const estimate = () => props.ids.reduce((sum, id) => sum + (props.heights.get(id) ?? UNSEEN), 0)
  const holdsTarget = createMemo(() => props.target !== undefined && props.ids.includes(props.target))
  const isNear = () => holdsTarget() || (near()?.near() ?? !props.beginsFar)
  // Rows that come while their group is there are new; those of a group that comes back are not.
  let wasFar = untrack(() => props.beginsFar)
  createEffect(() => {
    wasFar = !isNear()
  })
  return (
    <div
      ref={(element) => setNear(props.nearness.watch(element, props.beginsFar ? estimate() : undefined))}
      class={styles.group}
      style={isNear() ? {} : { height: `${near()?.height() ?? estimate()}px` }}
    >
      <Show when={isNear()}>
        <For each={props.ids}>{(id) => props.children(id, wasFar)}</For>
      </Show>
    </div>
  )
}
