import { createSignal, lazy, Show, Suspense, type JSX } from 'solid-js'
import { FileLinksProvider } from '../../code/file-links.tsx'
import type { FileReference } from '../../code/file-reference.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const FileBody = lazy(() => import('./file-body.tsx'))

const titleOf = ({ path, line }: FileReference): string =>
  escapeInvisible(line === undefined ? path : `${path}:${line}`)

/** What is inside may open files of the session's folder: they lie over it. */
export const FileLinks = (props: { children: JSX.Element }): JSX.Element => {
  const [shown, setShown] = createSignal<FileReference>()
  // What a dialog shows stays there while it closes.
  const [open, setOpen] = createSignal(false)
  const show = (reference: FileReference) => {
    setShown(reference)
    setOpen(true)
  }
  return (
    <FileLinksProvider value={show}>
      {props.children}
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={shown() ? titleOf(shown() as FileReference) : 'File'}
        width="wide"
      >
        <Show when={shown()} keyed>
          {(reference) => (
            <Suspense fallback={<Skeleton rows={12} height={18} label="Loading the file" />}>
              <FileBody reference={reference} />
            </Suspense>
          )}
        </Show>
      </Dialog>
    </FileLinksProvider>
  )
}
