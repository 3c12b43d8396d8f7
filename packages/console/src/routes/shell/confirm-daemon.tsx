import type { JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatPlural } from '../../ui/format.ts'
import type { Daemon } from './daemon.ts'

/** Asks before running turns are ended. */
export function ConfirmDaemon(props: { daemon: Daemon }): JSX.Element {
  const verb = () => (props.daemon.asking() === 'stop' ? 'Stop' : 'Restart')
  const confirm = () => {
    const action = props.daemon.asking()
    props.daemon.forget()
    if (action) void props.daemon.run(action)
  }
  return (
    <Dialog
      open={props.daemon.asking() !== null}
      onClose={props.daemon.forget}
      title={`${verb()} the daemon?`}
      footer={
        <>
          <Button onClick={props.daemon.forget}>Cancel</Button>
          <Button variant="danger" onClick={confirm}>
            {verb()} anyway
          </Button>
        </>
      }
    >
      {formatPlural(props.daemon.busySessions(), 'session is', 'sessions are')} working. Their turns end where
      they are, and every terminal is closed. What was written so far is kept.
    </Dialog>
  )
}
