import { createSignal, type Accessor } from 'solid-js'
import { reportFailure } from '../../frame/report-failure.ts'
import { useConsole } from '../../store/context.ts'
import type { SessionView } from '../session-view.ts'

export interface Stop {
  run: () => void
  busy: Accessor<boolean>
}

/** Ends the running turn. */
export function createStop(view: SessionView): Stop {
  const { sessions } = useConsole()
  const [busy, setBusy] = createSignal(false)
  const stop = async () => {
    setBusy(true)
    try {
      await sessions.stop(view.ref)
    } catch (error) {
      reportFailure('Couldn’t stop the session', error, () => void stop())
    } finally {
      setBusy(false)
    }
  }
  return { busy, run: () => void stop() }
}
