import type { Place } from '../place.ts'
import type { Launch } from '../process/spawn.ts'
import type { Json } from '../validate.ts'
import type { ServiceState } from '../state/state.ts'

export interface ServicePaths {
  folder: string
  state: string
  log: string
  /** The kernel lock's file, and the folder beside it that proper-lockfile keeps fresh. */
  lock: string
  /** The lock folder of another program that starts the same service, taken as well. */
  peerLock?: string
}

/** What describes one background service to the manager. */
export interface Service<S extends ServiceState = ServiceState> {
  /** For messages: `daemon`, `console host`. */
  name: string
  /** What a hint tells the user to run, per action. */
  commands: { start: string; stop: string; restart: string; log: string }
  paths: ServicePaths
  ports: { first: number; last: number }
  /** Milliseconds from TERM to KILL. */
  graceMs: number
  /** What the caller asked for; undefined means: whatever runs is fine, else the default. */
  wanted: { hostname?: string; port?: number }
  /** The version that should run. Never found out by running the engine. */
  version(): Promise<string>
  newSecret(): string
  /** Which variable of the launch environment carries the secret. */
  secretVariable: string
  launch(place: Place, secret: string, previous?: S): Promise<Launch>
  /** Whether a process with these arguments may be this service. */
  looksLike(args: string[]): boolean
  /** Where a process that carries no mark of ours listens, if another program started it for this very state file. */
  claims: (args: string[], env: ReadonlyMap<string, string>) => Place | undefined
  /** The options by which the running one differs from what is asked for: `["--port 5000"]`. */
  mismatch(state: S): string[]
  /**
   * The whole state, from what every service has and the secret that this one was started with. `found`: with what it runs, when it was
   * found and not started.
   */
  record(
    base: ServiceState,
    secret: string,
    previous?: S,
    found?: { args: string[]; env: ReadonlyMap<string, string> },
  ): S
  parse(json: Json, base: ServiceState): S | undefined
  health(place: Place, state?: S): { url: string; headers: Record<string, string> }
  /** How many sessions work right now; a busy service is not replaced without `force`. Undefined: it did not say. */
  busy(state: S, signal?: AbortSignal): Promise<number | undefined>
}

/** Port 0 and undefined mean: any. */
export function mismatchedPlace(
  state: Place,
  wanted: { port?: number | undefined; hostname?: string | undefined },
): string[] {
  return [
    ...(wanted.hostname === undefined || wanted.hostname === state.hostname
      ? []
      : [`--hostname ${wanted.hostname}`]),
    ...(!wanted.port || wanted.port === state.port ? [] : [`--port ${wanted.port}`]),
  ]
}
