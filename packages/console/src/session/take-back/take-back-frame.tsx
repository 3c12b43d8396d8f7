import { createSignal, onMount, type JSX, type ParentProps } from 'solid-js'
import { contributeCommands } from '../../commands/registry.ts'
import { useConsole } from '../../store/context.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { createLayer } from '../../ui/create-layer.tsx'
import { useSession } from '../session-view.ts'
import { queuedIn } from '../composer/queue/queued.ts'
import { createCompact } from './create-compact.ts'
import { createFork } from './create-fork.ts'
import { lastPromptOf } from './last-prompt.ts'
import { TakeBackProvider, type Asked, type TakeBack } from './take-back.ts'

const RevertDialog = createLayer(async () => (await import('./revert-dialog.tsx')).RevertDialog)

/** Around a session's views: lets them take back and branch, and asks before anything is undone. */
export const TakeBackFrame = (props: ParentProps): JSX.Element => {
  const { branches, can } = useConsole()
  const view = useSession()
  const [asked, setAsked] = createSignal<Asked>()
  const compact = createCompact()
  const takeBack: TakeBack = {
    asked,
    ask: (next) => void setAsked(next),
    fork: createFork(),
    compacting: compact.running,
    can: (what) => can(view.ref.serverId, what),
  }
  const lastPrompt = () => {
    const { parts = {}, queue } = view.transcript() ?? {}
    const queued = queuedIn({ messages: view.messages(), busy: view.busy(), told: queue })
    return lastPromptOf(view.messages(), (id) => parts[id] ?? [], queued)
  }
  const restore = async () => {
    try {
      await branches.restore(view.ref)
    } catch (error) {
      reportFailure('The messages were not restored', error, () => void restore())
    }
  }
  const canBranch = () => view.reachable() && takeBack.can('branch')
  onMount(() =>
    contributeCommands(() => [
      {
        id: 'session.undo',
        when: () => view.reachable() && takeBack.can('revert') && lastPrompt() !== undefined,
        run: () => setAsked({ messageId: lastPrompt()?.id ?? '', edit: false }),
      },
      {
        id: 'session.redo',
        when: () =>
          view.reachable() && takeBack.can('revert') && view.reverted() !== undefined && !view.busy(),
        run: () => void restore(),
      },
      {
        id: 'session.fork',
        when: () => canBranch() && view.messages().length > 0,
        run: () => takeBack.fork(),
      },
      { id: 'session.compact', when: () => canBranch() && compact.can(), run: compact.run },
    ]),
  )
  return (
    <TakeBackProvider value={takeBack}>
      {props.children}
      <RevertDialog open={asked() !== undefined} onClose={() => setAsked()} />
    </TakeBackProvider>
  )
}
