import { createMemo, Show, type JSX } from 'solid-js'
import { useConsole } from '../../../store/context.ts'
import { createPart } from '../../../ui/create-part.tsx'
import { useSession } from '../../session-view.ts'
import { queuedIn } from './queued.ts'

const Part = createPart(async () => (await import('./queue-list-layer.tsx')).QueueListLayer)

/** What was sent while Kilo works, as long as it waits. */
export const QueueList = (): JSX.Element => {
  const view = useSession()
  const { can } = useConsole()
  const ids = createMemo(() =>
    can(view.ref.serverId, 'queue')
      ? queuedIn({ messages: view.messages(), busy: view.busy(), told: view.transcript()?.queue })
      : [],
  )
  return (
    <Show when={ids().length > 0}>
      <Part ids={ids()} />
    </Show>
  )
}
