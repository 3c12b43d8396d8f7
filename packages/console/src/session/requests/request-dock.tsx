import {
  createEffect,
  createMemo,
  Match,
  onCleanup,
  Show,
  Switch,
  type JSX,
  type ParentProps,
} from 'solid-js'
import { preloadClient } from '../../sdk/engine.ts'
import { createPart } from '../../ui/create-part.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { whenIdle } from '../../ui/when-idle.ts'
import { useSession } from '../session-view.ts'
import { focusNext } from './focus-next.ts'
import styles from './card.module.css'

const loadPermission = async () => (await import('./permission-card.tsx')).PermissionCard
const loadQuestion = async () => (await import('./question-card.tsx')).QuestionCard
const PermissionCard = createPart(loadPermission)
const QuestionCard = createPart(loadQuestion)

/** In the place of a card whose code is on its way, or can't be had now: it has the focus until there is a card to give it to. */
const Awaited = (props: ParentProps): JSX.Element => {
  let place: HTMLElement | undefined
  onCleanup(() => {
    const page = place?.contains(document.activeElement) ? place.parentElement?.parentElement : undefined
    if (page) queueMicrotask(() => focusNext(page, 'prompt'))
  })
  return (
    <div ref={(element) => (place = element)} class={styles.awaited} data-awaited tabIndex={-1}>
      {props.children}
    </div>
  )
}

const before = (): JSX.Element => (
  <Awaited>
    <Skeleton rows={1} height={80} label="Loading the request" />
  </Awaited>
)
const without = (notice: JSX.Element): JSX.Element => <Awaited>{notice}</Awaited>

/**
 * Most sessions are opened to be read. One at work may ask: its card is there before it does, and what sends the answer. What can't be loaded now is asked
 * for again then.
 */
const prefetch = () =>
  void Promise.all([loadPermission(), loadQuestion(), preloadClient()]).catch(() => undefined)

/** What waits for the user, one at a time, above the prompt: there it stays in sight whatever is scrolled. */
export const RequestDock = (): JSX.Element => {
  const view = useSession()
  createEffect(() => view.busy() && onCleanup(whenIdle(prefetch)))
  const firstId = createMemo(() => view.requests()[0]?.request.id)
  return (
    <Show when={firstId()} keyed>
      {(id) => {
        // Held while it fades from the store, so that a card never shows another request's fields.
        const first = createMemo<ReturnType<typeof view.requests>[number] | undefined>(
          (before) => view.requests().find(({ request }) => request.id === id) ?? before,
        )
        const permission = () => {
          const asked = first()
          return asked?.kind === 'permission' ? asked : undefined
        }
        const question = () => {
          const asked = first()
          return asked?.kind === 'question' ? asked : undefined
        }
        let dock: HTMLElement | undefined
        // An answered card takes the focus with it. The next one is not there yet.
        onCleanup(() => {
          const page = dock?.contains(document.activeElement) ? dock.parentElement : null
          if (page) queueMicrotask(() => focusNext(page, 'prompt'))
        })
        return (
          <div ref={(element) => (dock = element)} class={styles.dock}>
            <Switch>
              <Match when={permission()}>
                {(asked) => (
                  <PermissionCard
                    before={before()}
                    without={without}
                    request={asked().request}
                    by={asked().by}
                    more={view.requests().length - 1}
                  />
                )}
              </Match>
              <Match when={question()}>
                {(asked) => (
                  <QuestionCard
                    before={before()}
                    without={without}
                    request={asked().request}
                    by={asked().by}
                    more={view.requests().length - 1}
                  />
                )}
              </Match>
            </Switch>
          </div>
        )
      }}
    </Show>
  )
}
