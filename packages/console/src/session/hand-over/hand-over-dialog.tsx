import { createSignal, lazy, onMount, Show, Suspense, type JSX } from 'solid-js'
import { contributeCommands } from '../../commands/registry.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useSession } from '../session-view.ts'

const HandOverBody = lazy(async () => ({ default: (await import('./hand-over-body.tsx')).HandOverBody }))

/** "Continue elsewhere": what this session knows, as a prompt for another one. */
export const HandOverDialog = (): JSX.Element => {
  const view = useSession()
  const [open, setOpen] = createSignal(false)
  onMount(() =>
    contributeCommands(() => [
      {
        id: 'session.hand-over',
        when: () => view.reachable() && view.messages().length > 0,
        run: () => setOpen(true),
      },
    ]),
  )
  return (
    <Dialog open={open()} onClose={() => setOpen(false)} title="Continue elsewhere" width="medium">
      <Suspense fallback={<Skeleton rows={6} height={36} label="Loading" />}>
        <Show when={open()}>
          <HandOverBody onDone={() => setOpen(false)} />
        </Show>
      </Suspense>
    </Dialog>
  )
}
