import { dirname, join } from 'node:path'
import { busySessions } from './busy-sessions.ts'
import { basicHeader, basicToken, newPassword, USERNAME } from './credentials.ts'
import { findEngine } from '../install/find-engine.ts'
import { KiloError } from '../errors.ts'
import { kiloPaths, type KiloPaths } from '../state/paths.ts'
import { mismatchedPlace, type Service, type ServicePaths } from './service.ts'
import { type EngineState, type ServiceState } from '../state/state.ts'
import { LOOPBACK, serviceUrl, type Place } from '../place.ts'
import type { Launch } from '../process/spawn.ts'
import { isPort, isRecord, type Json } from '../validate.ts'

export interface EngineServiceOptions {
  port?: number
  hostname?: string
  cors?: string[]
  env?: NodeJS.ProcessEnv
}

/** The engine CLI's own lock: sha1 of `kilocode-daemon` (engine.md). */
const PEER_LOCK = '699826e6a8c487be620a54ef2d4f00dd7006243b.lock'
/** An engine with open streams and shells takes 2.4 s (engine.md); a machine under load some more. */
const GRACE_MS = 10_000
const MDNS_DOMAIN = 'kilo.local'
const PASSWORD = 'KILO_SERVER_PASSWORD'
/**
 * What the engine's runtime takes for the machine's memory, which decides how much garbage it lets lie. On 24 GB some seconds of `yes` took it
 * to 1.7 GB though it had read no more than 10 MB that it still needed (engine.md).
 */
const COLLECT_AS_ON_BYTES = 2 ** 30

/** The daemon: `kilo serve`. Cheap: the engine is looked up only when it is to be started or its version compared. */
export function engineService(options: EngineServiceOptions = {}): Service<EngineState> {
  const { port, hostname, cors, env = process.env } = options
  const paths = kiloPaths(env)
  const corsFor = (previous?: EngineState) => cors ?? previous?.options?.cors ?? []
  return {
    name: 'daemon',
    commands,
    paths: servicePaths(paths),
    ports: { first: 4097, last: 4116 },
    graceMs: GRACE_MS,
    wanted: { ...(hostname === undefined ? {} : { hostname }), ...(port ? { port } : {}) },
    version: () => installedVersion(env),
    newSecret: newPassword,
    secretVariable: PASSWORD,
    launch: (place, password, previous) => launch(place, password, corsFor(previous), env),
    looksLike: (args) => args.includes('serve'),
    claims: (args, env) => claims(args, env, paths.daemonFile),
    mismatch: (state) => mismatch(state, options),
    record: (base, password, previous, found) => {
      const { hostname } = base
      const options = {
        hostname,
        port: port ?? 0,
        mdns: false,
        mdnsDomain: MDNS_DOMAIN,
        cors: found ? valuesOf(found.args, '--cors') : corsFor(previous),
      }
      return record(base, password, options)
    },
    parse,
    health: (place, state) => ({
      url: `${serviceUrl(place)}/global/health`,
      headers: state ? basicHeader(state.token) : {},
    }),
    busy: busySessions,
  }
}

const commands = {
  start: 'kilo daemon start',
  stop: 'kilo daemon stop',
  restart: 'kilo daemon restart',
  log: 'kilo daemon logs',
}

function servicePaths(paths: KiloPaths): ServicePaths {
  return {
    folder: paths.state,
    state: paths.daemonFile,
    log: paths.daemonLog,
    lock: paths.daemonLock,
    peerLock: join(paths.locks, PEER_LOCK),
  }
}

/** Empty, so that whatever runs is welcome, when there is no engine to start instead. */
async function installedVersion(env: NodeJS.ProcessEnv): Promise<string> {
  try {
    return findEngine(env).version
  } catch (error) {
    if (error instanceof KiloError) return ''
    throw error
  }
}

async function launch(
  place: Place,
  password: string,
  cors: string[],
  env: NodeJS.ProcessEnv,
): Promise<Launch> {
  const { path } = findEngine(env)
  const origins = cors.flatMap((origin) => ['--cors', origin])
  return {
    file: path,
    args: [
      'serve',
      '--hostname',
      place.hostname,
      '--port',
      String(place.port),
      '--mdns-domain',
      MDNS_DOMAIN,
      ...origins,
    ],
    cwd: kiloPaths(env).home,
    env: {
      ...env,
      KILO_SERVER_USERNAME: USERNAME,
      [PASSWORD]: password,
      KILOCODE_FEATURE: 'daemon',
      // The engine's npm wrapper sets it; we start the binary itself.
      BUN_JSC_forceRAMSize: env['BUN_JSC_forceRAMSize'] || String(COLLECT_AS_ON_BYTES),
      KILO_TREE_SITTER_WASM_DIR: env['KILO_TREE_SITTER_WASM_DIR'] ?? join(dirname(path), 'tree-sitter'),
    },
  }
}

function record(base: ServiceState, password: string, options: EngineState['options']): EngineState {
  const bind = `http://${base.hostname.includes(':') ? `[${base.hostname}]` : base.hostname}:${base.port}`
  return {
    ...base,
    urls: { local: base.url, bind },
    username: USERNAME,
    password,
    token: basicToken(password),
    options,
  }
}

/** `urls` and `options` came with later engine versions, so a file without them is still one. */
function parse(json: Json, base: ServiceState): EngineState | undefined {
  const { username, password, token, options } = json
  if (username !== USERNAME || typeof password !== 'string' || password === '') return undefined
  if (token !== basicToken(password)) return undefined
  if (options !== undefined && (!isRecord(options) || !Array.isArray(options['cors']))) return undefined
  return base as EngineState
}

/** The engine's own CLI marks its daemon by KILOCODE_FEATURE alone; the folders in its environment say whose it is. */
function claims(args: string[], env: ReadonlyMap<string, string>, daemonFile: string): Place | undefined {
  if (env.get('KILOCODE_FEATURE') !== 'daemon') return undefined
  if (kiloPaths(Object.fromEntries(env)).daemonFile !== daemonFile) return undefined
  const port = Number(valuesOf(args, '--port')[0])
  return isPort(port) ? { hostname: valuesOf(args, '--hostname')[0] ?? LOOPBACK, port } : undefined
}

function valuesOf(args: string[], name: string): string[] {
  return args.filter((_, index) => args[index - 1] === name)
}

function mismatch(state: EngineState, { port, hostname, cors = [] }: EngineServiceOptions): string[] {
  const missing = cors.filter((origin) => !state.options?.cors.includes(origin))
  return [...mismatchedPlace(state, { port, hostname }), ...missing.map((origin) => `--cors ${origin}`)]
}
