import { createMemo, type JSX } from 'solid-js'
import { useConsole } from '../../../store/context.ts'
import { createLayer } from '../../../ui/create-layer.tsx'
import { useSession } from '../../session-view.ts'
import type { Attachments } from '../attach/attachments.ts'
import type { Draft } from '../draft/drafts.ts'
import { queuedIn } from './queued.ts'

export interface QueueProps {
  draft: Draft
  attachments: Attachments
}

const Layer = createLayer<QueueProps & { open: boolean; ids: readonly string[] }>(
  async () => (await import('./queue-list-layer.tsx')).QueueListLayer,
)

/** What was sent while Kilo works, as long as it waits. */
export const QueueList = (props: QueueProps): JSX.Element => {
  const view = useSession()
  const { can } = useConsole()
  const ids = createMemo(() =>
    can(view.ref.serverId, 'queue')
      ? queuedIn({ messages: view.messages(), busy: view.busy(), told: view.transcript()?.queue })
      : [],
  )
  return <Layer {...props} ids={ids()} open={ids().length > 0} />
}
