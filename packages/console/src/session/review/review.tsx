import Maximize2 from 'lucide-solid/icons/maximize-2'
import Minimize2 from 'lucide-solid/icons/minimize-2'
import X from 'lucide-solid/icons/x'
import { lazy, onMount, Show, Suspense, type JSX } from 'solid-js'
import { contributeCommands } from '../../commands/registry.ts'
import { Button } from '../../ui/button.tsx'
import { createTitle } from '../../frame/create-title.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useSession } from '../session-view.ts'
import { ContextMeter } from './context-meter.tsx'
import { createSource } from './create-source.ts'
import { Resizer } from './resizer.tsx'
import {
  chooseSource,
  closeReview,
  hasRoomForReview,
  reviewIsFull,
  reviewIsShown,
  reviewWidth,
  toggleFull,
} from './review-state.ts'
import panel from './panel.module.css'
import styles from './review.module.css'
import { Todos } from './todos.tsx'

const Changes = lazy(() => import('./changes.tsx'))

/** What came of the session: changed files, todos, and the room that is left. Beside the conversation, in its place, or as a sheet over it. */
export const Review = (): JSX.Element => {
  const view = useSession()
  const title = createTitle(view.ref.serverId, view.session)
  onMount(() =>
    contributeCommands(() => [{ id: 'session.review-full', when: hasRoomForReview, run: toggleFull }]),
  )
  return (
    <Show
      when={hasRoomForReview()}
      fallback={
        <Sheet open={reviewIsShown()} onClose={closeReview} title="Review" side="right" wide>
          <div class={styles.sheet}>
            <header class={styles.sheetHead}>
              <h1>Review</h1>
              <IconButton name="Close" keys="esc" onClick={closeReview}>
                <X />
              </IconButton>
            </header>
            <Panels />
          </div>
        </Sheet>
      }
    >
      <Show when={reviewIsShown()}>
        <aside
          class={styles.column}
          aria-label="Review"
          data-full={reviewIsFull() ? '' : undefined}
          style={reviewWidth() > 0 ? { '--width': `${reviewWidth()}px` } : {}}
        >
          <Resizer />
          <Show when={reviewIsFull()}>
            <header class={styles.fullHead}>
              <h1>{title()}</h1>
            </header>
          </Show>
          <Panels />
          <span class={styles.full}>
            <IconButton
              name={reviewIsFull() ? 'Show the conversation' : 'Review in full'}
              onClick={toggleFull}
            >
              <Show when={reviewIsFull()} fallback={<Maximize2 />}>
                <Minimize2 />
              </Show>
            </IconButton>
          </span>
        </aside>
      </Show>
    </Show>
  )
}

/** Todos and context come first, in a place of their own: below a diff of 6,000 lines nobody would find them. */
const Panels = (): JSX.Element => (
  <>
    <div class={styles.summary}>
      <Todos />
      <ContextMeter />
    </div>
    <Suspense fallback={<Awaited />}>
      <ChangesOrNone />
    </Suspense>
  </>
)

const Awaited = (): JSX.Element => <Skeleton rows={3} height={28} label="Loading the changes" />

/** Of a session that changed nothing that is said, and what else can be looked at: what shows changes is a chunk of its own. */
const ChangesOrNone = (): JSX.Element => {
  const view = useSession()
  const { sessionId } = view.ref
  const source = createSource(view)
  const isOfSession = () => source().kind === 'session'
  const load = () => view.transcript()?.load.status ?? 'idle'
  const isAwaited = () => isOfSession() && (load() === 'idle' || load() === 'loading')
  const hasNone = () => isOfSession() && load() === 'ready' && view.transcript()?.diffs.length === 0
  return (
    <Show when={!isAwaited()} fallback={<Awaited />}>
      <Show when={hasNone()} fallback={<Changes />}>
        <NoChanges sessionId={sessionId} />
      </Show>
    </Show>
  )
}

const NoChanges = (props: { sessionId: string }): JSX.Element => (
  <section class={panel.panel} role="region" aria-label="Changes">
    <h2 class={panel.heading}>Changes</h2>
    <p class={panel.nothing}>No changes yet. Files that Kilo changes appear here with their diffs.</p>
    <p class={styles.others}>
      <Button size="small" onClick={() => chooseSource(props.sessionId, { kind: 'tree' })}>
        Working tree
      </Button>
      <Button size="small" onClick={() => chooseSource(props.sessionId, { kind: 'branch' })}>
        Branch
      </Button>
    </p>
  </section>
)
