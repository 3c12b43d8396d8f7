import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'
import { IconButton } from '../../ui/icon-button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Changes } from './changes.tsx'
import { ContextMeter } from './context-meter.tsx'
import { closeReview, hasRoomForReview, reviewIsShown } from './review-state.ts'
import styles from './review.module.css'
import { Todos } from './todos.tsx'

/** What came of the session: changed files, todos, and the room that is left. Beside the conversation, or as a sheet over it. */
export const Review = (): JSX.Element => (
  <Show
    when={hasRoomForReview()}
    fallback={
      <Sheet open={reviewIsShown()} onClose={closeReview} title="Review" side="right">
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
      <aside class={styles.column} aria-label="Review">
        <Panels />
      </aside>
    </Show>
  </Show>
)

const Panels = (): JSX.Element => (
  <>
    <Changes />
    <Todos />
    <ContextMeter />
  </>
)
