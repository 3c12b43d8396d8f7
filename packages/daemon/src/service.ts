import type { ServiceState } from './state.ts'

export interface ServicePaths {
  folder: string
  state: string
  log: string
}

/** How to start one process. Secrets travel in `env` alone. */
export interface Launch {
  file: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd: string
}

export interface Place {
  hostname: string
  port: number
}

/** What describes one background service to the manager. */
export interface Service<S extends ServiceState = ServiceState> {
  /** For messages: `daemon`, `console host`. */
  name: string
  /** The commands that hints name: `kilo daemon`, `kilo console`. */
  command: string
  paths: ServicePaths
  ports: { first: number; last: number }
  /** What the caller asked for; undefined means: whatever runs is fine, else the default. */
  wanted: { hostname?: string; port?: number }
  /** The version that should run. Never found out by running the engine. */
  version(): Promise<string>
  launch(place: Place, secret: string, previous?: S): Promise<Launch>
  health(place: Place, state?: S): { url: string; headers: Record<string, string> }
  /** How many sessions work right now; a busy service is not replaced without `force`. */
  busy(state: S, signal?: AbortSignal): Promise<number>
}
