import type { ServiceState } from '../state/state.ts'

/** What the last look at a service's health found. */
export interface Health {
  healthy: boolean
  version?: string
  reason?: string
}

/** What `ensure` and `restart` answer. */
export interface Ensured<S extends ServiceState = ServiceState> {
  started: boolean
  reused: boolean
  replaced: boolean
  reason?: string
  /** With its secrets: print `publicState(state)` instead. */
  state: S
  health: Health
}
