import type { Accessor } from 'solid-js'
import type { Place } from '../store/actions/sessions.ts'

export type Startable = 'session' | 'terminal'

export type Choosing = Startable | 'folder' | null

export interface Start {
  /** What a place is being chosen for, `folder`: all that is started from now on; null: nothing. */
  choosing: Accessor<Choosing>
  choose(what: Choosing): void
  /** Where it is started: as chosen for this tab, else where the newest session is, else at home. */
  folder: Accessor<Place | undefined>
  /** Starts it in the folder. */
  start(what: Startable): void
  /** Starts it there and goes to it. A failure is shown with a retry. */
  startIn(what: Startable, place: Place): Promise<void>
}
