import type { JSX } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LostJobs } from '../frame/lost-jobs.tsx'
import type { Closing } from './create-closing.ts'

/** Asks before what runs in a terminal is ended. */
export function ConfirmClose(props: { closing: Closing }): JSX.Element {
  return (
    <Dialog
      open={props.closing.losses() !== null}
      onClose={props.closing.forget}
      title="Close the terminal?"
      footer={
        <>
          <Button onClick={props.closing.forget}>Cancel</Button>
          <Button variant="danger" onClick={props.closing.confirm}>
            Close anyway
          </Button>
        </>
      }
    >
      <LostJobs losses={props.closing.losses() ?? { jobs: [], unseen: 0 }} />
    </Dialog>
  )
}
