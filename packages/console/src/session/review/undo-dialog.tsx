import { createSignal, Show, type JSX } from 'solid-js'
import { toProblem } from '../../sdk/problem.ts'
import type { Problem } from '../../../shared/api.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './undo-dialog.module.css'
import { linesOfUndo, lossOf, undoChange, type Undo } from './undo.ts'

/** Asks before lines are taken back, with what would be lost. */
export const UndoDialog = (props: {
  undo: Undo | undefined
  /** Where the file's path begins. */
  root: string
  onClose: () => void
  onDone: () => void
}): JSX.Element => {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  const end = () => {
    setProblem()
    props.onClose()
  }
  // What it will have done is not known before it is done.
  const close = () => !busy() && end()
  const run = async (undo: Undo) => {
    setBusy(true)
    setProblem()
    try {
      await undoChange(undo, props.root)
      announce('Reverted')
      props.onDone()
      end()
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={props.undo !== undefined}
      onClose={close}
      title={props.undo && linesOfUndo(props.undo) ? 'Revert these lines?' : 'Revert this file?'}
      footer={
        <>
          <Button disabled={busy()} onClick={close}>
            Cancel
          </Button>
          <Button variant="danger" busy={busy()} onClick={() => props.undo && void run(props.undo)}>
            Revert
          </Button>
        </>
      }
    >
      <Show when={props.undo}>
        {(undo) => (
          <div class={styles.dialog}>
            <p>
              <code>{undo().file.name}</code>: {lossOf(undo())}
            </p>
            <p>The file on disk changes at once. What Kilo has said of it in the session stays.</p>
            <Show when={problem()}>
              {(problem) => <Notice tone="error" title={problem().message} hint={problem().hint} />}
            </Show>
          </div>
        )}
      </Show>
    </Dialog>
  )
}
