import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatPlural } from '../../ui/format.ts'
import type { Daemon } from '../../frame/daemon.ts'
import { LostJobs } from '../../frame/lost-jobs.tsx'

/** Asks before running turns and what runs in terminals are ended. It tells what would end as it is now. */
export function ConfirmDaemon(props: LayerProps & { daemon: Daemon }): JSX.Element {
  const verb = () => (props.daemon.asking() === 'stop' ? 'Stop' : 'Restart')
  const losses = () => props.daemon.losses()
  const isNothing = () => losses().known && losses().sessions + losses().jobs.length + losses().unseen === 0
  const confirm = () => {
    const action = props.daemon.asking()
    props.daemon.forget()
    if (action) void props.daemon.run(action)
  }
  return (
    <Dialog
      open={props.open}
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
      <LostJobs losses={losses()}>
        <Show when={losses().sessions > 0}>
          <p>
            This interrupts {formatPlural(losses().sessions, 'session')}. What was written so far is kept.
          </p>
        </Show>
        <Show when={!losses().known}>
          <p>The sessions are still loading. Those that are working will be interrupted.</p>
        </Show>
        <Show when={isNothing()}>
          <p>No session is working. Open terminals will close.</p>
        </Show>
      </LostJobs>
    </Dialog>
  )
}
