import { terminalFolders } from '@kilo-console/daemon'
import { DAEMON_ID } from '../shared/api.ts'
import type { Pins } from './pins/pins.ts'
import type { SourceOf } from './roster/fills.ts'
import type { Observer } from './roster/observations.ts'
import type { ServerView } from './servers/daemon-control.ts'
import type { Strangeness } from './servers/strangeness.ts'

interface Beside {
  observer: Observer
  strangeness: Strangeness
  pins: Pins
}

/** What is known of a server besides what it says. The terminals of another than the managed daemon are not ours to look at. */
export function sourceOf(
  view: ServerView | undefined,
  { observer, strangeness, pins }: Beside,
): ReturnType<SourceOf> {
  if (!view?.target) return undefined
  const { id, pid, startedAt, engine } = view.info
  const enginePid = id === DAEMON_ID ? pid : undefined
  return {
    target: view.target,
    startedAt,
    suggests: engine?.capabilities.includes('suggest') ?? false,
    seen: observer.of(id),
    pinned: pins.of(id),
    pinsGone: (ids) => pins.drop(id, ids),
    terminalFolders: () => Promise.resolve(enginePid === undefined ? undefined : terminalFolders(enginePid)),
    dropped: (count: number) => strangeness.note(id, count),
  }
}
