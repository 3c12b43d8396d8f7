import X from 'lucide-solid/icons/x'
import { For, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { isWithin } from '../../store/family.ts'
import { Button } from '../../ui/button.tsx'
import { tip } from '../../ui/tooltip.tsx'
import { useSession } from '../session-view.ts'
import { kindText } from './kind-text.ts'

/** What is allowed here until it is done, each a button that takes it back. */
export const AllowedBadges = (): JSX.Element => {
  const { allowances } = useConsole()
  const view = useSession()
  const ours = () =>
    allowances
      .all()
      .filter(
        ({ serverId, sessionId }) =>
          serverId === view.ref.serverId &&
          isWithin(view.server()?.sessions ?? {}, sessionId, view.ref.sessionId),
      )
  return (
    <For each={ours()}>
      {(allowance) => (
        <Button
          size="small"
          icon={<X />}
          onClick={() => allowances.revoke(allowance)}
          {...tip('Until it is done, or this page is closed. Press to be asked again.')}
        >
          Allowed: {kindText(allowance.permission)}
        </Button>
      )}
    </For>
  )
}
