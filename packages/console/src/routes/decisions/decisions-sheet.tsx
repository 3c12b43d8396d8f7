import { lazy, Suspense, type JSX } from 'solid-js'
import { preloadClient } from '../../sdk/engine.ts'
import { useShell } from '../../frame/shell-context.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './decisions.module.css'

/** With all that it takes to show a request wholly, and to answer it: loaded when somebody opens it. */
const Decisions = lazy(() => {
  // Where it can't be loaded, the first answer says so.
  preloadClient().catch(() => undefined)
  return import('./decisions.tsx')
})

export function DecisionsSheet(): JSX.Element {
  const { overlay, close } = useShell()
  return (
    <Sheet
      open={overlay() === 'decisions'}
      onClose={() => close('decisions')}
      title="What waits for you"
      side="right"
      cards
    >
      {/* In an element of its own: the sheet would keep what stood there while it loads. */}
      <div class={styles.frame}>
        <Suspense fallback={<Skeleton rows={3} height={120} label="Loading" />}>
          <Decisions />
        </Suspense>
      </div>
    </Sheet>
  )
}
