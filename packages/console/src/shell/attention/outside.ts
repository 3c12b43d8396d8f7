/** What can be seen of the page from outside. It comes when there is something to be seen. */
import { useNavigate } from '@solidjs/router'
import { createEffect, type Accessor } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import type { Change } from './roster-changes.ts'

// A host that is gone has nothing to tell either: what can't be loaded is not missed.
const ignore = () => undefined

/** How many wait, in the window's title and on the icon. */
export function createTitleAndIcon(title: Accessor<string>, count: Accessor<number>): void {
  createEffect(() => {
    document.title = count() > 0 ? `(${count()}) ${title()}` : title()
  })
  createEffect<boolean>((wasShown) => {
    const waiting = count()
    if (waiting > 0 || wasShown) import('./icon.ts').then(({ showCount }) => showCount(waiting), ignore)
    return waiting > 0
  }, false)
}

/** Has the system tell of what happens while nobody looks. What happens in sight is seen, though somebody looks away a moment later. */
export function createNotify(): (changes: readonly Change[]) => void {
  const navigate = useNavigate()
  const { state } = useConsole()
  return (changes) => {
    if (document.visibilityState === 'visible') return
    const kept = { ...state.info?.preferences }
    import('./notifier.ts').then(({ notify }) => notify(changes, kept, navigate), ignore)
  }
}
