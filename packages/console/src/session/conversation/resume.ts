import { createSignal, type Accessor } from 'solid-js'
import { ProblemError } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { useSession } from '../session-view.ts'

/**
 * Goes on with an answer that was cut off, from where it was; where the engine cannot, it does `instead`. `run` gives undefined while neither
 * can be done.
 */
export function createResume(
  messageId: () => string,
  instead: () => (() => void) | undefined,
): {
  run: () => (() => void) | undefined
  busy: Accessor<boolean>
  /** What the button for it says. */
  label: () => string | undefined
} {
  const { sessions, can } = useConsole()
  const view = useSession()
  const [busy, setBusy] = createSignal(false)
  const resume = async () => {
    setBusy(true)
    try {
      await sessions.resume(view.ref, messageId())
    } catch (error) {
      const other = error instanceof ProblemError && error.status === 400 ? instead() : undefined
      if (other) other()
      else reportFailure('Kilo couldn’t continue', error, () => void resume())
    } finally {
      setBusy(false)
    }
  }
  const canResume = () => can(view.ref.serverId, 'resume')
  return {
    busy,
    label: () => (canResume() ? 'Resume' : undefined),
    run() {
      if (view.busy() || !view.reachable()) return undefined
      return canResume() ? () => void resume() : instead()
    },
  }
}
