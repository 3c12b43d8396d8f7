import type { ProcessFigures } from './process.ts'
import type { Service } from './service.ts'
import type { PublicState, ServiceState } from './state.ts'

export interface Health {
  healthy: boolean
  version?: string
  reason?: string
}

export interface Progress {
  phase: 'lock' | 'wait' | 'replace' | 'spawn' | 'health'
  message: string
}

export interface EnsureOptions {
  onProgress?(progress: Progress): void
  signal?: AbortSignal
  /** How long a running service may stay silent before it is replaced. Default 15000. */
  patienceMs?: number
  /** Replace even while sessions are busy. */
  force?: boolean
}

export interface Ensured<S extends ServiceState = ServiceState> {
  started: boolean
  reused: boolean
  replaced: boolean
  reason?: string
  /** With its secrets: print `publicState(state)` instead. */
  state: S
  health: Health
}

export interface ServiceStatus<S extends ServiceState = ServiceState> {
  running: boolean
  healthy: boolean
  stale: boolean
  reason?: string
  state?: PublicState<S>
  health?: Health
  process?: ProcessFigures
  file: string
}

export interface Stopped {
  stopped: boolean
  reason?: string
  pid?: number
}

export declare function ensure<S extends ServiceState>(
  service: Service<S>,
  options?: EnsureOptions,
): Promise<Ensured<S>>
export declare function restart<S extends ServiceState>(
  service: Service<S>,
  options?: EnsureOptions,
): Promise<Ensured<S>>
export declare function stop<S extends ServiceState>(
  service: Service<S>,
  options?: { signal?: AbortSignal },
): Promise<Stopped>
export declare function status<S extends ServiceState>(service: Service<S>): Promise<ServiceStatus<S>>
