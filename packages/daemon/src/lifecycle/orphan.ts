import { markerOf, parseMarker, readMarker } from '../process/env-marker.ts'
import { listStats, readArguments, readEnvironment, type ProcessStat } from '../process/proc.ts'
import type { Member } from '../process/tree.ts'
import { ageOf, identityOf } from '../process/identity.ts'
import type { Service } from '../services/service.ts'
import { SCHEMA, type ServiceState } from '../state/state.ts'
import { type Place, serviceUrl } from '../place.ts'

/**
 * Finds a process that was started for this state file though no file speaks of it: its starter was killed in between, or the file
 * was deleted. The kernel shows the environment of our own processes to us alone, so mark and secret are read from there.
 * Linux; elsewhere always undefined.
 */
export async function findOrphan<S extends ServiceState>(service: Service<S>): Promise<S | undefined> {
  const uid = process.getuid?.()
  if (process.platform !== 'linux' || uid === undefined) return undefined
  // Children inherit the mark. We spawn detached, so the service itself leads its session, and it has the service's arguments.
  const leaders = (await listStats()).filter(
    (stat) => !stat.dead && stat.session === stat.pid && stat.pid !== process.pid,
  )
  const oldestFirst = leaders.toSorted((one, other) => Number(one.startTime) - Number(other.startTime))
  const found = await Promise.all(oldestFirst.map((stat) => recognise(service, stat)))
  // A shell inside the service may have begun another: the older is the service itself.
  return found.find((state) => state !== undefined)
}

async function recognise<S extends ServiceState>(
  service: Service<S>,
  stat: ProcessStat,
): Promise<S | undefined> {
  const args = await readArguments(stat.pid)
  if (!args || !service.looksLike(args)) return undefined
  const env = await readEnvironment(stat.pid)
  const secret = env?.get(service.secretVariable)
  if (!env || !secret) return undefined
  const marked = markerOf(env)
  const mark = marked === undefined ? service.claims(args, env) : parseMarker(marked)
  if (!mark || ('file' in mark && mark.file !== service.paths.state)) return undefined
  const startedAt = new Date(Date.now() - ((await ageOf(stat.pid)) ?? 0)).toISOString()
  return service.record(
    describeStart({
      ...service.paths,
      mark,
      pid: stat.pid,
      identity: identityOf(stat),
      startedAt,
      version: '',
    }),
    secret,
    undefined,
    { args, env },
  )
}

type Start = Pick<ServiceState, 'pid' | 'startedAt' | 'version'> & {
  mark: Place & { nonce?: string }
  log: string
} & Required<Pick<ServiceState, 'identity'>>

/** What every state file says about a start that is not yet known to be healthy. */
export function describeStart({ mark, pid, identity, startedAt, version, log }: Start): ServiceState {
  const { hostname, port, nonce } = mark
  const url = serviceUrl({ hostname, port })
  return {
    pid,
    hostname,
    port,
    url,
    version,
    startedAt,
    log,
    phase: 'starting',
    identity,
    ...(nonce === undefined ? {} : { nonce }),
    schema: SCHEMA,
  }
}

/**
 * Children that outlived a service that crashed: those of its own group or session, which keep its pid from being given away, and that
 * carry the mark of that very start. What a shell's user detached on purpose leads another. Linux; elsewhere none.
 */
export async function findLeftovers({ pid, nonce }: ServiceState): Promise<Member[]> {
  if (nonce === undefined) return []
  const near = (await listStats()).filter(
    (stat) => !stat.dead && stat.pid !== pid && (stat.group === pid || stat.session === pid),
  )
  const found = await Promise.all(
    near.map(async (stat): Promise<Member[]> => {
      const mark = parseMarker(await readMarker(stat.pid))
      return mark?.nonce === nonce ? [{ pid: stat.pid, identity: identityOf(stat) }] : []
    }),
  )
  return found.flat()
}
