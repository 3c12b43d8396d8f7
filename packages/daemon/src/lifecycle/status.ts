import { describeProbe } from './decide.ts'
import type { Health } from './result.ts'
import { processMetrics, type ProcessMetrics } from '../process/metrics.ts'
import type { Service } from '../services/service.ts'
import { publicState, type PublicState, type ServiceState } from '../state/state.ts'
import { inspect, type Inspection, type InspectOptions } from './inspect.ts'
import { describeUnmanaged, findUnmanaged, type Unmanaged } from './unmanaged.ts'

export interface ServiceStatus<S extends ServiceState = ServiceState> {
  /** A process that is provably this service lives. */
  running: boolean
  healthy: boolean
  /** In one word, while it runs. `ending`: it listens no more, and will not again. */
  phase?: 'starting' | 'running' | 'ending' | 'unhealthy'
  /** There is a file, and nobody lives where it says. */
  stale: boolean
  reason?: string
  state?: PublicState<S>
  health?: Health
  process?: ProcessMetrics
  /** Looked for while none runs: what answers like it, and is not managed. */
  unmanaged?: Unmanaged[]
  file: string
}

/** The truth about a service. Changes nothing, takes no lock, runs nothing; at most 2 s. */
export async function status<S extends ServiceState>(
  service: Service<S>,
  options: InspectOptions<S> = {},
): Promise<ServiceStatus<S>> {
  const found = await inspect(service, options)
  const { state, probe } = found
  const healthy = probe?.kind === 'healthy'
  const running = found.process === 'ours' || (found.process === 'plausible' && probe?.kind !== 'locked')
  const stale = !running && state !== undefined
  const unmanaged = running ? [] : await findUnmanaged(service)
  const about = explain(service, found, running, healthy)
  const reason = unmanaged.length > 0 ? `${about}; ${describeUnmanaged(unmanaged)}` : about
  const process = running && state ? await processMetrics(state.pid) : undefined
  return {
    running,
    healthy: running && healthy,
    ...(running ? { phase: healthy ? 'running' : found.phase === 'ready' ? 'unhealthy' : found.phase } : {}),
    stale,
    ...(reason ? { reason } : {}),
    ...(state ? { state: publicState(healthy ? { ...state, version: probe.version } : state) } : {}),
    ...(running
      ? { health: healthy ? { healthy, version: probe.version } : { healthy, reason: describeProbe(probe) } }
      : {}),
    ...(process ? { process } : {}),
    ...(unmanaged.length > 0 ? { unmanaged } : {}),
    file: service.paths.state,
  }
}

const NEWER = 'the state file was written by a newer version of kilo'

function explain<S extends ServiceState>(
  service: Service<S>,
  found: Inspection<S>,
  running: boolean,
  healthy: boolean,
): string | undefined {
  const { read, state } = found
  if (running && found.file === 'recovered')
    return `its state file ${read.kind === 'bad' ? read.reason : 'is missing'}; ${service.commands.start} adopts it`
  if (running && read.kind === 'foreign-schema') return NEWER
  if (running && healthy)
    return found.exposed
      ? 'others can read its state file; its password will be changed by a restart'
      : undefined
  if (running && found.phase === 'ending') return 'it listens no more'
  if (running) return found.phase === 'starting' ? 'it is starting' : describeProbe(found.probe)
  if (read.kind === 'bad') return `not running; the state file ${read.reason}`
  if (read.kind === 'foreign-schema') return NEWER
  if (found.process === 'forbidden') return `the recorded process ${state?.pid} belongs to another user`
  if (found.process === 'gone') return `not running; process ${state?.pid} has ended`
  return state ? `not running; the recorded pid ${state.pid} now belongs to another program` : 'not running'
}
