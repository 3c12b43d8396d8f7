import { useConsole } from '../store/context.ts'
import type { SessionRef } from '../store/types.ts'
import { reportFailure } from './report-failure.ts'

/** Pins a session, or unpins it; says so when that fails. */
export function createPinning(): (ref: SessionRef, pinned: boolean) => void {
  const { pin } = useConsole()
  return (ref, pinned) => {
    pin(ref, pinned).catch((error: unknown) =>
      reportFailure(`Couldn’t ${pinned ? 'pin' : 'unpin'} the session`, error),
    )
  }
}
