/** Apart from the checks of events, which whoever only asks this does not need to load. */
import type { EngineEvent } from './event.ts'

/** The session that an event is about, if it is about one. */
export function sessionIdOf({ properties }: EngineEvent): string | undefined {
  return 'sessionID' in properties ? properties.sessionID : undefined
}
