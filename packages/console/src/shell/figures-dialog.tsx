import { lazy, Suspense, type JSX } from 'solid-js'
import { Dialog } from '../ui/dialog.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useShell } from '../frame/shell-context.ts'

// What draws is as large as the rest of the frame: it comes when it is asked for.
const FiguresBody = lazy(() => import('./figures/figures-body.tsx'))

/** Memory and processor of the managed daemon. */
export function FiguresDialog(): JSX.Element {
  const { overlay, close } = useShell()
  return (
    <Dialog
      open={overlay() === 'figures'}
      onClose={() => close('figures')}
      title="Memory and processor"
      width="medium"
    >
      <Suspense fallback={<Skeleton rows={2} height={190} label="Loading" />}>
        <FiguresBody />
      </Suspense>
    </Dialog>
  )
}
