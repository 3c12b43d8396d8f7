/** Snapshots for tabs. When a stream had a gap all tabs ask at once; one read answers them all. */
import { DAEMON_ID } from '../../shared/api.ts'
import type { ServerSnapshot } from '../../shared/snapshot.ts'
import type { Position } from '../events/hub.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { folderKind } from './folders.ts'
import { readSnapshot, type Surroundings } from './snapshot.ts'
import type { Testimony } from './witness.ts'

export interface Snapshots {
  /** Throws 502 `server-unreachable`. */
  read(id: string, target: Target): Promise<ServerSnapshot>
}

/** Where another server runs is not known: its folders are taken to be there. */
function looker(id: string): Surroundings['isThere'] {
  if (id !== DAEMON_ID) return () => Promise.resolve(true)
  return (directory) =>
    folderKind(directory).then(
      (kind) => kind === 'folder',
      () => true,
    )
}

export function createSnapshots(
  position: () => Position,
  seenOf: (server: string) => Testimony,
  home: string,
): Snapshots {
  const running = new Map<string, { seq: number; snapshot: Promise<ServerSnapshot> }>()

  function start(id: string, target: Target): Promise<ServerSnapshot> {
    const at = position()
    const snapshot = readSnapshot(target, at, seenOf(id), { home, isThere: looker(id) }).catch(
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        throw new HttpProblem(
          502,
          'server-unreachable',
          `The server could not be read: ${reason}.`,
          'kilo daemon status',
        )
      },
    )
    const mine = { seq: at.seq, snapshot }
    running.set(id, mine)
    const clear = () => void (running.get(id) === mine && running.delete(id))
    snapshot.then(clear, clear)
    return snapshot
  }

  return {
    read(id, target) {
      const known = running.get(id)
      // Only one that began at this very place holds everything up to it.
      return known?.seq === position().seq ? known.snapshot : start(id, target)
    },
  }
}
