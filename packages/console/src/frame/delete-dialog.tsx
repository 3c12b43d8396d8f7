import { useNavigate } from '@solidjs/router'
import { createResource, type JSX } from 'solid-js'
import type { PlacedRef } from '../store/actions/place-of.ts'
import { useConsole } from '../store/context.ts'
import { links } from '../store/links.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { settled } from '../ui/settled.ts'
import { deleteSession } from './delete-session.ts'
import { lossText } from './loss-text.ts'
import { useShell } from './shell-context.ts'

export interface DeleteDialogProps {
  open: boolean
  session: PlacedRef
  title: string
  onClose: () => void
  /** It is gone. Whoever looks at it is led away all the same. */
  onDeleted?: () => void
}

/** Says what is lost for good, before it is. */
export function DeleteDialog(props: DeleteDialogProps): JSX.Element {
  const { sessions } = useConsole()
  const { looking } = useShell()
  const navigate = useNavigate()
  const [subagents] = createResource(
    () => props.open,
    () => sessions.countSubagents(props.session).catch(() => undefined),
  )
  const remove = () => {
    // As they were: by the time that it is gone the dialog may be of another one.
    const { session, onDeleted } = props
    props.onClose()
    void deleteSession(session, {
      remove: () => sessions.remove(session),
      looking,
      leave: () => navigate(links.home),
      onDeleted,
    })
  }
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title="Delete this session?"
      footer={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button variant="danger" onClick={remove}>
            Delete session
          </Button>
        </>
      }
    >
      {lossText(props.title, settled(subagents))}
    </Dialog>
  )
}
