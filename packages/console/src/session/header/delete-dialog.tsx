import { createResource, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { settled } from '../../ui/settled.ts'
import { useConsole } from '../../store/context.ts'
import { useSession } from '../session-view.ts'
import { lossText } from '../../frame/loss-text.ts'

export interface DeleteDialogProps {
  open: boolean
  title: string
  onClose: () => void
  onDelete: () => void
}

/** Says what is lost for good, before it is. */
export const DeleteDialog = (props: DeleteDialogProps): JSX.Element => {
  const { sessions } = useConsole()
  const view = useSession()
  const [subagents] = createResource(
    () => props.open,
    () => sessions.countSubagents(view.ref).catch(() => undefined),
  )
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title="Delete this session?"
      footer={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button variant="danger" onClick={() => props.onDelete()}>
            Delete session
          </Button>
        </>
      }
    >
      {lossText(props.title, settled(subagents))}
    </Dialog>
  )
}
