import type { Session } from '@kilocode/sdk/v2/client'
import { createMemo, type Accessor } from 'solid-js'
import { heldBy, type ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConsole } from '../../../store/context.ts'
import { isIdleIn, runningIn } from '../../../store/running-in.ts'

export interface Running {
  /** Who is known to work where saving ends that. */
  running: Accessor<Session[]>
  /** Saving ends nobody's work. */
  isIdle: Accessor<boolean>
}

/** Whose work it would end to save something of this place. */
export function createRunning(place: Accessor<ConfigurationPlace>): Running {
  const { state } = useConsole()
  const server = () => state.servers[place().serverId]
  return {
    running: createMemo(() => runningIn(server(), heldBy(place()))),
    isIdle: createMemo(() => isIdleIn(server(), heldBy(place()))),
  }
}
