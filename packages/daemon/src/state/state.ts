import { isPort, isRecord, type Json } from '../validate.ts'
import { isServicePid, type Identity } from '../process/identity.ts'
import { serviceUrl } from '../place.ts'

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
  /** One per start: tells two starts apart, whatever the clock says. */
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
  /** The path that it serves the console below, with a slash at both ends. A host of version 0.1 did not tell. */
  base?: string | undefined
  controlToken: string
}

export type StateRead<S extends ServiceState> =
  | { kind: 'absent' }
  | { kind: 'bad'; reason: string; exposed?: boolean }
  | { kind: 'foreign-schema'; schema: number }
  /** `exposed`: others could read the file, so what is in it is no secret any more. */
  | { kind: 'ok'; state: S; exposed: boolean }

export type PublicState<S extends ServiceState> = Omit<S, 'password' | 'token' | 'controlToken'>

/** Without password, token and control token. */
export function publicState<S extends ServiceState>(state: S): PublicState<S> {
  const {
    password: _,
    token: __,
    controlToken: ___,
    ...rest
  } = state as S & Record<'password' | 'token' | 'controlToken', unknown>
  return rest
}

/** What a state file's text says. `parse` checks the keys of one kind of service. */
export function parseState<S extends ServiceState>(
  text: string,
  parse: (json: Json, base: ServiceState) => S | undefined,
): Exclude<StateRead<S>, { kind: 'absent' }> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'bad', reason: text.trim() === '' ? 'is empty' : 'is not JSON' }
  }
  if (!isRecord(json)) return { kind: 'bad', reason: 'does not hold an object' }
  const { schema } = json
  if (typeof schema === 'number' && schema > SCHEMA) return { kind: 'foreign-schema', schema }
  const base = parseBase(json)
  const state = base && parse(json, base)
  return state ? { kind: 'ok', state, exposed: false } : { kind: 'bad', reason: 'is of a wrong shape' }
}

function parseBase(json: Json): ServiceState | undefined {
  const { pid, hostname, port, url, version, startedAt, log, phase, identity, nonce } = json
  // A pid that must never be signalled makes the whole file unbelievable (faults.md 2).
  if (!isServicePid(pid) || !isPort(port)) return undefined
  const texts = [hostname, url, version, startedAt, log]
  if (!texts.every((text) => typeof text === 'string') || Number.isNaN(Date.parse(String(startedAt))))
    return undefined
  if (identity !== undefined && !isIdentity(identity)) return undefined
  if (nonce !== undefined && typeof nonce !== 'string') return undefined
  if (phase !== undefined && phase !== 'starting' && phase !== 'ready') return undefined
  // An address is made from the place that is proven to be the service's; what else the file says may be anybody's (faults.md 18).
  const made = serviceUrl({ hostname: String(hostname), port })
  return URL.canParse(made) ? { ...(json as unknown as ServiceState), url: made } : undefined
}

function isIdentity(value: unknown): value is Identity {
  return (
    isRecord(value) &&
    typeof value['startTime'] === 'string' &&
    value['startTime'] !== '' &&
    typeof value['bootId'] === 'string'
  )
}
