import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { engineService, type EngineServiceOptions } from '../../src/services/engine.ts'
import { systemCode } from '../../src/errors.ts'
import { kiloPaths } from '../../src/state/paths.ts'
import { isFree } from '../../src/net/ports.ts'
import { listStats, readEnvironment } from '../../src/process/proc.ts'
import type { Service } from '../../src/services/service.ts'
import type { EngineState } from '../../src/state/state.ts'

/** A home of its own, a small real engine, ports that nobody uses, and an end that leaves no process. */
export interface World {
  home: string
  env: NodeJS.ProcessEnv
  ports: { first: number; last: number }
  service: (options?: EngineServiceOptions) => Service<EngineState>
  /** Writes an engine of this version and returns the environment that names it and tells it how to behave (FAKE_*). */
  engine: (version: string, behaviour?: Record<string, string>) => Promise<NodeJS.ProcessEnv>
  /** Changes the daemon's state file by hand; undefined removes a key. */
  editState: (change: Record<string, unknown>) => Promise<void>
  /** Gives the home to a user without powers, if we are root: the order of a contender that is to be that user. */
  asNobody: () => Promise<{ uid?: number }>
  /** Pids of every process that was started with this home. */
  processes: () => Promise<number[]>
  end: () => Promise<void>
}

/** Looked up when this runs: the bench takes this module into a bundle of its own. */
const FAKE_ENGINE = createRequire(import.meta.url).resolve('@kilo-console/daemon/fake-engine')

export async function makeWorld(): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'kilo-world-'))
  const ports = await freeRange()
  const engine = async (version: string, behaviour = {}): Promise<NodeJS.ProcessEnv> => {
    const folder = join(home, 'engines', version)
    await mkdir(join(folder, 'bin'), { recursive: true })
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: '@kilocode/cli-fake', version }))
    const path = join(folder, 'bin', 'kilo')
    await copyFile(FAKE_ENGINE, path)
    await chmod(path, 0o755)
    return { ...base, KILO_ENGINE: path, FAKE_VERSION: version, ...behaviour }
  }
  const { PATH, KILO_TEST_RUN } = process.env
  const base = { PATH, KILO_TEST_RUN, HOME: home, WORLD: home }
  const env = await engine('1.0.0')
  const processes = () => processesOf(home)
  return {
    home,
    env,
    ports,
    engine,
    editState: (change) => editState(kiloPaths(env).daemonFile, change),
    processes,
    asNobody: () => giveAway(home),
    service: (options = {}) => ({ ...engineService({ env, ...options }), ports, graceMs: 1000 }),
    end: async () => {
      // One that is killed may have begun another a moment before.
      for (let pids = await processes(); pids.length > 0; pids = await processes()) pids.forEach(killIfThere)
      await rm(home, { recursive: true, force: true })
    },
  }
}

const NOBODY = 65_534

async function giveAway(home: string): Promise<{ uid?: number }> {
  if (process.getuid?.() !== 0) return {}
  await promisify(execFile)('chown', ['-R', `${NOBODY}:${NOBODY}`, home])
  return { uid: NOBODY }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error
  }
}

async function editState(path: string, change: Record<string, unknown>): Promise<void> {
  const state = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
  await writeFile(path, JSON.stringify({ ...state, ...change }), { mode: 0o600 })
}

async function freeRange(): Promise<{ first: number; last: number }> {
  for (;;) {
    const first = randomInt(20_000, 32_000)
    const free = await Promise.all([0, 1, 2].map((offset) => isFree('127.0.0.1', first + offset)))
    if (free.every(Boolean)) return { first, last: first + 2 }
  }
}

async function processesOf(home: string): Promise<number[]> {
  const stats = (await listStats()).filter((stat) => !stat.dead && stat.pid !== process.pid)
  const worlds = await Promise.all(stats.map(async ({ pid }) => (await readEnvironment(pid))?.get('WORLD')))
  return stats.filter((_, index) => worlds[index] === home).map(({ pid }) => pid)
}
