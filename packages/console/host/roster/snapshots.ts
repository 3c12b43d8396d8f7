/** Snapshots for tabs. When a stream had a gap all tabs ask at once; one read answers them all. */
import { DAEMON_ID } from '../../shared/api.ts'
import type { ServerSnapshot } from '../../shared/snapshot.ts'
import type { Position } from '../events/hub.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { folderKind } from '../servers/folders.ts'
import { readSnapshot, type SnapshotSource } from './snapshot.ts'

export interface Snapshots {
  /** Throws 502 `server-unreachable`. */
  read(id: string, target: Target): Promise<ServerSnapshot>
}

/** Where another server runs is not known: its folders are taken to be there. */
function looker(id: string): SnapshotSource['isThere'] {
  if (id !== DAEMON_ID) return () => Promise.resolve(true)
  return (directory) =>
    folderKind(directory).then(
      (kind) => kind === 'folder',
      () => true,
    )
}

export interface SnapshotSources {
  position(): Position
  /** What is known of a server besides what it answers. */
  sourceOf(id: string): Omit<SnapshotSource, 'target' | 'isThere'>
}

interface Running {
  /** Where it began; null while it waits for the one before it. */
  begun: { seq: number | null }
  snapshot: Promise<ServerSnapshot>
}

export function makeSnapshots(from: SnapshotSources): Snapshots {
  const running = new Map<string, Running>()

  /** One after the other: a server whose events have gap after gap would be read as often at once. */
  function start(id: string, target: Target): Promise<ServerSnapshot> {
    const begun: Running['begun'] = { seq: null }
    const readNow = () => {
      const at = from.position()
      begun.seq = at.seq
      return readSnapshot({ target, isThere: looker(id), ...from.sourceOf(id) }, at).catch(unreachable)
    }
    const before = running.get(id)?.snapshot
    const snapshot = before ? before.then(readNow, readNow) : readNow()
    const mine = { begun, snapshot }
    running.set(id, mine)
    const clear = () => void (running.get(id) === mine && running.delete(id))
    snapshot.then(clear, clear)
    return snapshot
  }

  return {
    read(id, target) {
      const known = running.get(id)
      // One that has yet to begin holds everything up to now, as does one that began at this very place.
      const isNew = known && (known.begun.seq === null || known.begun.seq === from.position().seq)
      return isNew ? known.snapshot : start(id, target)
    },
  }
}

function unreachable(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `The server could not be read: ${reason}.`
  throw new HttpProblem(502, 'server-unreachable', message, 'kilo daemon status')
}
