/** Many `kilo daemon start` at once, in the situations in which daemon managers make two: faults.md row 9. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensure } from '../../packages/daemon/src/lifecycle/ensure.ts'
import { getBounded } from '../../packages/daemon/src/net/probe.ts'
import { isSame } from '../../packages/daemon/src/process/identity.ts'
import { managedDaemons } from '../../packages/daemon/test/world/truth.ts'
import { makeWorld, type World } from '../../packages/daemon/test/world/world.ts'
import { engineCommand, engineEnvironment, repoRoot } from '../repo.ts'
import { percentile } from './compare.ts'

export type Engine = 'stand-in' | 'real'

export interface RoundsOptions {
  rounds: number
  starters: number
  engine: Engine
}

export interface RoundsFigures extends RoundsOptions {
  situation: string
  /** Rounds after which one daemon ran and every starter had exited 0 naming it. */
  ok: number
  /** What the others were like. */
  problems: string[]
  /** Of one starter, from its spawn to its exit, milliseconds. */
  p50Ms: number
  p99Ms: number
}

interface Stage {
  world: World
  env: NodeJS.ProcessEnv
  port: number
  engine: Engine
}

const kilo = path.join(repoRoot, 'packages/cli/bin/kilo.js')
const preload = path.join(repoRoot, 'packages/daemon/test/world/kill-at-step.mjs')

const SITUATIONS: Record<string, (stage: Stage) => Promise<unknown>> = {
  cold: async () => undefined,
  'stale file': async ({ world, env, port }) => {
    const { state } = await ensure(world.service({ env, port }))
    process.kill(state.pid, 'SIGKILL')
    while (state.identity && (await isSame(state.pid, state.identity))) await sleep(10)
  },
  // Step 30 lies inside both locks.
  'dead lock': ({ env, port }) => start({ ...env, KILL_AT: '30' }, port, ['--import', preload]),
  'wedged daemon': async ({ world, env, port, engine }) => {
    const { state } = await ensure(world.service({ env, port }))
    if (engine === 'real') process.kill(state.pid, 'SIGSTOP')
    else await getBounded(`${state.url}/fake/wedge`)
  },
}

export async function measureRounds(
  options: RoundsOptions,
  say: (line: string) => void,
): Promise<RoundsFigures[]> {
  const all: RoundsFigures[] = []
  for (const [situation, set] of Object.entries(SITUATIONS)) {
    const rounds: Round[] = []
    for (let round = 1; round <= options.rounds; round++) {
      rounds.push(await playRound(set, options))
      say(`${situation} (${options.engine} engine): round ${round} of ${options.rounds}`)
    }
    const times = rounds.flatMap((round) => round.times)
    const problems = rounds.flatMap((round) => round.problem ?? [])
    const ok = rounds.length - problems.length
    const figures = { p50Ms: percentile(times, 50), p99Ms: percentile(times, 99) }
    all.push({ ...options, situation, ok, problems, ...figures })
  }
  return all
}

interface Round {
  times: number[]
  problem: string | undefined
}

async function playRound(set: (stage: Stage) => Promise<unknown>, options: RoundsOptions): Promise<Round> {
  const world = await makeWorld()
  try {
    const port = world.ports.first
    const env = options.engine === 'real' ? { ...world.env, ...realEngine } : world.env
    await set({ world, env, port, engine: options.engine })
    const starts = await Promise.all(Array.from({ length: options.starters }, () => start(env, port)))
    const daemons = await managedDaemons(world.service({ env }))
    return { times: starts.map(({ ms }) => ms), problem: judge(starts, daemons) }
  } finally {
    await world.end()
  }
}

const realEngine = {
  KILO_ENGINE: engineCommand,
  ...engineEnvironment,
  KILO_DISABLE_MODELS_FETCH: '1',
  KILO_DISABLE_AUTOUPDATE: '1',
  KILO_TELEMETRY_LEVEL: 'off',
}

function judge(starts: Start[], daemons: number[]): string | undefined {
  const failed = starts.find(({ code }) => code !== 0)
  if (failed) return `exit code ${failed.code}: ${failed.output}`
  if (daemons.length !== 1) return `${daemons.length} daemons`
  const named = new Set(starts.map(({ output }) => (JSON.parse(output) as Named).state.pid))
  return named.size === 1 && named.has(daemons[0] ?? 0) ? undefined : `they named ${[...named].join()}`
}

interface Named {
  state: { pid: number }
}

interface Start {
  code: number | null
  output: string
  ms: number
}

async function start(env: NodeJS.ProcessEnv, port: number, nodeArgs: string[] = []): Promise<Start> {
  const began = performance.now()
  const args = [...nodeArgs, kilo, 'daemon', 'start', '--json', '--port', String(port)]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output, ms: performance.now() - began }
}
