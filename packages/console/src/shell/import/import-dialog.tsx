import { lazy, Show, Suspense, type JSX } from 'solid-js'
import { useShell } from '../../frame/shell-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const ImportBody = lazy(async () => ({ default: (await import('./import-body.tsx')).ImportBody }))

/** Takes in a session that was exported, here or by `kilo export`. */
export function ImportDialog(): JSX.Element {
  const { overlay, close } = useShell()
  return (
    <Dialog
      open={overlay() === 'import'}
      onClose={() => close('import')}
      title="Import session"
      width="medium"
    >
      <Suspense fallback={<Skeleton rows={3} height={36} label="Loading" />}>
        {/* Not while the dialog fades: who has closed it has stopped what it does. */}
        <Show when={overlay() === 'import'}>
          <ImportBody />
        </Show>
      </Suspense>
    </Dialog>
  )
}
