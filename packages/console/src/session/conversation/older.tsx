import { createEffect, onCleanup, Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useSession } from '../session-view.ts'
import styles from './conversation.module.css'

/** The upper end of the conversation: asks for older messages before the reader arrives there. */
export const Older = (props: {
  scroller: HTMLElement | undefined
  onWanted: () => Promise<void>
}): JSX.Element => {
  const view = useSession()
  let mark: HTMLElement | undefined
  const load = () => view.transcript()?.olderLoad
  const problem = () => {
    const now = load()
    return now?.status === 'failed' ? now.problem : undefined
  }

  createEffect(() => {
    const root = props.scroller
    // Watched anew after each page: an observer tells of changes alone, and the mark may still be in sight.
    const wanted =
      view.transcript()?.older !== null && load()?.status !== 'failed' && load()?.status !== 'loading'
    if (!root || !mark || !wanted) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void props.onWanted()
      },
      { root, rootMargin: '800px 0px 0px' },
    )
    observer.observe(mark)
    onCleanup(() => observer.disconnect())
  })

  return (
    <div ref={(element) => (mark = element)} class={styles.older}>
      <Show when={view.transcript()?.older} fallback={<span class={styles.beginning}>Start of session</span>}>
        <Show
          when={problem()}
          fallback={
            <Show
              when={load()?.status === 'loading'}
              fallback={
                <Button size="small" variant="ghost" onClick={() => void props.onWanted()}>
                  Load older messages
                </Button>
              }
            >
              <Spinner label="Loading older messages" />
            </Show>
          }
        >
          {(problem) => (
            <Notice
              tone="error"
              title={`Couldn’t load older messages: ${problem().message}`}
              hint={problem().hint}
              onRetry={() => void props.onWanted()}
            />
          )}
        </Show>
      </Show>
    </div>
  )
}
