import type { Identity } from './process.ts'

/** The newest state schema that this code understands. Files without a number are the engine's own and count as 1. */
export const SCHEMA = 1

/**
 * What a state file claims about a running service. Unknown keys of the file are kept on the object and written back.
 * `identity` and `nonce` are missing in a file that the engine's own CLI wrote.
 */
export interface ServiceState {
  pid: number
  hostname: string
  port: number
  url: string
  version: string
  /** ISO 8601. */
  startedAt: string
  log: string
  /** `starting`: spawned, not yet seen healthy. Absent means `ready`. */
  phase?: 'starting' | 'ready'
  identity?: Identity
  nonce?: string
  schema?: number
}

/** daemon.json, the shape that the engine's own CLI reads and writes (engine.md). */
export interface EngineState extends ServiceState {
  urls: { local: string; network?: string; bind: string }
  username: string
  password: string
  /** base64 of `username:password`. */
  token: string
  options: { hostname: string; port: number; mdns: boolean; mdnsDomain: string; cors: string[] }
}

/** console.json. */
export interface ConsoleState extends ServiceState {
  controlToken: string
}

export type StateRead<S extends ServiceState> =
  | { kind: 'absent' }
  | { kind: 'bad'; reason: string }
  | { kind: 'foreign-schema'; schema: number }
  /** `exposed`: others could read the file, so what is in it is no secret any more. */
  | { kind: 'ok'; state: S; exposed: boolean }

export type PublicState<S extends ServiceState> = Omit<S, 'password' | 'token' | 'controlToken'>
