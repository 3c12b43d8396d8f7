/** When rosters are read: once a stream begins or has had a gap, again when that failed, one at a time for each server. */
import { DAEMON_ID } from '../../shared/api.ts'
import { makePace } from '../../shared/pace.ts'
import type { RosterChange } from '../../shared/roster/change.ts'
import type { Hub } from '../events/hub.ts'
import { coalesce } from '../servers/coalesce.ts'
import { folderKind } from '../servers/folders.ts'
import { fillRoster, type FillSource } from './fill.ts'

/** What is known of a server besides what it answers; undefined: it cannot be asked now. */
export type SourceOf = (
  server: string,
) => Omit<FillSource, 'roster' | 'isNewRun' | 'isThere' | 'publish'> | undefined

export interface Fills {
  /** Events of this server were missed: what can be read is read. */
  fill(server: string): void
  /** Reads now what could not be read. */
  retry(): void
  /** This run of the server is over: what is still being read of it does not count. */
  forget(server: string): void
  dispose(): void
}

/** One run of one server. */
interface Run {
  fill(): void
  retry(): void
  end(): void
}

export function makeFills(hub: Hub, sourceOf: SourceOf): Fills {
  const runs = new Map<string, Run>()

  function forget(server: string): void {
    runs.get(server)?.end()
    runs.delete(server)
  }

  return {
    fill(server) {
      const run = runs.get(server) ?? makeRun(hub, server, () => sourceOf(server))
      runs.set(server, run)
      run.fill()
    },
    retry: () => runs.forEach((run) => run.retry()),
    forget,
    dispose: () => [...runs.keys()].forEach(forget),
  }
}

function makeRun(hub: Hub, server: string, source: () => ReturnType<SourceOf>): Run {
  let isOver = false
  let isRead = false
  const pace = makePace(fill, { patient: true })
  const roster = () => hub.rosterOf(server)

  /** Of a run that is over nothing counts. */
  function publish(change: RosterChange, askedAt?: number): void {
    if (isOver) return
    if (change.kind === 'sessions') isRead = true
    hub.roster(server, change, askedAt)
  }

  const fillOnce = coalesce(async () => {
    const from = isOver ? undefined : source()
    if (!from) return
    pace.dispose()
    if (roster().load.status !== 'ready') publish({ kind: 'load', load: { status: 'loading' } })
    try {
      await fillRoster({ ...from, roster: roster(), isNewRun: !isRead, isThere: lookerFor(server), publish })
      pace.reset()
    } catch (error) {
      publish({ kind: 'load', load: { status: 'failed', problem: problemOf(error) } })
      if (!isOver) pace.later()
    }
  })
  function fill(): void {
    void fillOnce()
  }

  return {
    fill,
    retry: () => pace.failures() > 0 && fill(),
    end() {
      isOver = true
      pace.dispose()
    },
  }
}

/** Where another server runs is not known: its folders are taken to be there. */
function lookerFor(server: string): FillSource['isThere'] {
  if (server !== DAEMON_ID) return () => Promise.resolve(true)
  return (directory) =>
    folderKind(directory).then(
      (kind) => kind === 'folder',
      () => true,
    )
}

function problemOf(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `The server could not be read: ${reason}.`
  return { code: 'server-unreachable', message, hint: 'kilo daemon status' }
}
