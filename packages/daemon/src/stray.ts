import {
  listStats,
  readArguments,
  readEnvironment,
  readUptime,
  TICKS_PER_SECOND,
  type ProcessStat,
} from './proc.ts'
import type { Member } from './process-tree.ts'
import { identify, isServicePid } from './process.ts'
import type { Place, Service } from './service.ts'
import { isPort, isRecord, SCHEMA, type ServiceState } from './state.ts'
import { urlHost } from './ports.ts'

/** Every service that we spawn carries this in its environment: which state file speaks of it, where it listens, which start it was. */
const MARK = 'KILO_CONSOLE_SERVICE'

export interface Mark extends Place {
  file: string
  nonce?: string
}

export function markEnvironment(mark: Mark): NodeJS.ProcessEnv {
  return { [MARK]: JSON.stringify(mark) }
}

/**
 * Finds a process that was started for this state file though no file speaks of it: its starter was killed in between, or the file
 * was deleted. The kernel shows the environment of our own processes to us alone, so mark and secret are read from there.
 * Linux; elsewhere always undefined.
 */
export async function findStray<S extends ServiceState>(service: Service<S>): Promise<S | undefined> {
  const uid = process.getuid?.()
  if (process.platform !== 'linux' || uid === undefined) return undefined
  // Children inherit the mark. We spawn detached, so the service itself leads its session, and it has the service's arguments.
  const leaders = (await listStats()).filter(
    (stat) => !stat.dead && stat.session === stat.pid && isServicePid(stat.pid),
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
  const mark = env.has(MARK) ? parseMark(env.get(MARK)) : service.claims(args, env)
  if (!mark || ('file' in mark && mark.file !== service.paths.state)) return undefined
  const identity = await identify(stat.pid)
  if (!identity) return undefined
  const ageMs = ((await readUptime()) - Number(stat.startTime) / TICKS_PER_SECOND) * 1000
  const startedAt = new Date(Date.now() - ageMs).toISOString()
  return service.record(
    describeStart({ ...service.paths, mark, pid: stat.pid, identity, startedAt, version: '' }),
    secret,
  )
}

type Start = Pick<ServiceState, 'pid' | 'startedAt' | 'version'> & {
  mark: Place & { nonce?: string }
  log: string
} & Required<Pick<ServiceState, 'identity'>>

/** What every state file says about a start that is not yet known to be healthy. */
export function describeStart({ mark, pid, identity, startedAt, version, log }: Start): ServiceState {
  const { hostname, port, nonce } = mark
  const url = `http://${urlHost(hostname)}:${port}`
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
    (stat) => !stat.dead && (stat.group === pid || stat.session === pid),
  )
  const found = await Promise.all(
    near.map(async (stat): Promise<Member[]> => {
      const mark = parseMark((await readEnvironment(stat.pid))?.get(MARK))
      const identity = mark?.nonce === nonce ? await identify(stat.pid) : undefined
      return identity && stat.pid !== pid ? [{ pid: stat.pid, identity }] : []
    }),
  )
  return found.flat()
}

function parseMark(text = ''): Mark | undefined {
  try {
    const mark: unknown = JSON.parse(text)
    if (!isRecord(mark) || !isPort(mark['port'])) return undefined
    const { file, nonce, hostname, port } = mark
    if (typeof file !== 'string' || typeof nonce !== 'string' || typeof hostname !== 'string')
      return undefined
    return { file, nonce, hostname, port }
  } catch {
    return undefined
  }
}
