import { useLocation } from '@solidjs/router'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  Match,
  on,
  onMount,
  Show,
  Switch,
  type JSX,
} from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { createPart } from '../../ui/create-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sameList } from '../../ui/same-list.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { drawsTexts } from '../../code/markdown/markdown.tsx'
import { contributeCommands } from '../../commands/registry.ts'
import { Find } from '../find/find.tsx'
import { createJump, type JumpPlace } from '../jump/create-jump.ts'
import { createLinked } from '../jump/create-linked.ts'
import { Looking } from '../jump/looking.tsx'
import { olderState } from '../jump/older-state.ts'
import { Outline } from '../outline/outline.tsx'
import { useSession } from '../session-view.ts'
import styles from './conversation.module.css'
import { createFollow } from './create-follow.ts'
import { createFresh } from './create-fresh.ts'
import { EmptySession } from './empty-session.tsx'
import { latestLabel } from './follow.ts'
import { createSlices } from './create-slices.ts'
import { holdPlace } from './hold-place.ts'
import { FAR_ROW, MessageRows } from './message-rows.tsx'
import { reaches } from './nearness.ts'
import { Older } from './older.tsx'
import { PendingRow } from './pending-row.tsx'
import { rowsOf } from './rows.ts'
import { TurnStatus } from './turn-status.tsx'

const RevertedRegion = createPart(async () => (await import('./reverted-region.tsx')).RevertedRegion)

/** The messages of a session, the newest at the end. */
export const Conversation = (): JSX.Element => {
  const { transcripts } = useConsole()
  const view = useSession()
  const [scroller, setScroller] = createSignal<HTMLElement>()
  let content: HTMLElement | undefined

  const rows = createMemo(() => rowsOf(view.messages(), view.busy()))
  const byId = createMemo(() => new Map(view.messages().map((message) => [message.id, message])))
  const ids = createMemo(() => [...rows().keys()], [], { equals: sameList })
  const isFull = () => reaches(element(), FAR_ROW)
  const slices = createSlices({ list: ids, isFull })
  const pending = () => view.transcript()?.pending ?? []
  const isReady = () =>
    drawsTexts() && (view.messages().length > 0 || view.transcript()?.load.status === 'ready')
  const isEmpty = () => ids().length === 0 && pending().length === 0 && !view.reverted() && !view.failed()
  const problem = () => {
    const load = view.transcript()?.load
    return load?.status === 'failed' ? load.problem : undefined
  }

  const element = () => {
    const found = scroller()
    if (!found) throw new Error('the scroller is used before it is there')
    return found
  }
  const follow = createFollow(element, () => content ?? element())
  const fresh = createFresh(() => view.transcript(), follow.following)
  const loadOlder = () => holdPlace(element(), '[data-message]', () => transcripts.loadOlder(view.ref))
  const place: JumpPlace = {
    scroller: element,
    ids,
    whole: slices.whole,
    older: () => olderState(view.transcript()),
    loadOlder,
    leave: follow.leave,
  }
  const jump = createJump(place)
  const location = useLocation()
  createLinked(
    jump,
    () => location.hash,
    () => view.transcript()?.load.status === 'ready' && ids().length > 0,
  )

  // What the reader sends, they want to see.
  createEffect(
    on(
      () => pending().length,
      (now, before = 0) => {
        if (now > before) follow.jump()
      },
      { defer: true },
    ),
  )

  onMount(() => contributeCommands(() => [{ id: 'session.latest', run: follow.jump }]))

  return (
    <div class={styles.frame}>
      <div
        ref={setScroller}
        class={styles.scroller}
        role="log"
        aria-label="Conversation"
        // Announced when the turn is over, not word by word.
        aria-busy={view.busy()}
        tabIndex={0}
      >
        <div ref={(element) => (content = element)} class={styles.column}>
          <Switch fallback={<Skeleton rows={8} height={56} label="Loading the conversation" />}>
            <Match when={isReady() && isEmpty()}>
              <EmptySession />
            </Match>
            <Match when={isReady()}>
              <Older scroller={slices.whole() ? scroller() : undefined} onWanted={loadOlder} />
              <Show when={scroller()}>
                {(root) => (
                  <MessageRows
                    scroller={root()}
                    ids={slices.shown()}
                    messages={byId()}
                    rows={rows()}
                    last={ids().at(-1)}
                    target={jump.target()}
                    whole={slices.whole()}
                    isRest={slices.isRest}
                  />
                )}
              </Show>
              <Show when={view.reverted()}>{(reverted) => <RevertedRegion reverted={reverted()} />}</Show>
              <For each={pending()}>{(prompt) => <PendingRow prompt={prompt} />}</For>
              <TurnStatus />
              <Show when={problem()}>
                {(problem) => (
                  <Notice
                    tone="error"
                    title={`Couldn’t load newer messages: ${problem().message}`}
                    hint={problem().hint}
                    onRetry={() => transcripts.retry(view.ref)}
                  />
                )}
              </Show>
            </Match>
          </Switch>
        </div>
      </div>
      <Looking jump={jump} />
      <Find place={place} jump={jump} />
      <Outline place={place} jump={jump} />
      <Show when={!follow.following() && follow.endIsBelow()}>
        <div class={styles.latest}>
          <Button size="small" icon={<ArrowDown />} onClick={follow.jump}>
            {latestLabel(fresh())}
          </Button>
        </div>
      </Show>
    </div>
  )
}
