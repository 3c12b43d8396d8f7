import { readdir } from 'node:fs/promises'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { status } from '../../src/lifecycle/status.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import type { Bystander } from '../world/bystander.ts'
import { fileOf, managedDaemons } from '../world/truth.ts'
import { makeWorld } from '../world/world.ts'
import { runKilled, type KilledRun, type Program } from './killed-program.ts'
import type { Scene, Stage } from './scenes.ts'

export interface Kill {
  scene: string
  /** Which step it was; undefined: the command came to its end before. */
  step: string | undefined
  /** What was wrong afterwards. */
  problems: string[]
}

export interface KillOptions {
  program: Program
  /** Where kill-at-step.mjs lies. Default: beside the sources. */
  preload?: string
  bystander: Bystander
}

/**
 * Sets the scene in a world of its own, kills the command at its `at`-th step, and looks at what is left: the file whole, at most one
 * daemon, what was acknowledged still so; then that the next command gets along, and that a stop leaves nothing (faults.md 6, 15).
 */
export async function killAt(scene: Scene, at: number, options: KillOptions): Promise<Kill> {
  const world = await makeWorld()
  try {
    const port = world.ports.first
    const stage = { world, bystander: options.bystander, service: world.service({ port }) }
    const before = await scene.set(stage)
    const env = await world.engine(scene.version)
    const run = await runKilled(options.program(scene.action, world.ports), env, at, options.preload)
    const after = { ...stage, service: world.service({ port, env }) }
    const problems = [
      ...(await leftBehind(scene, after, run, before)),
      ...(await goesOn(scene, after, before)),
      ...(await endsClean(after)),
    ]
    if (!run.step && run.code !== 0) problems.push(`failed by itself: ${run.stdout}${run.stderr}`)
    return { scene: scene.name, step: run.step, problems }
  } finally {
    await world.end()
  }
}

interface Answer {
  stopped?: boolean
  state?: { pid: number }
}

/** Directly after the kill. */
async function leftBehind(
  scene: Scene,
  { service, bystander }: Stage,
  { stdout }: KilledRun,
  before: number | undefined,
): Promise<string[]> {
  const problems = []
  const daemons = await managedDaemons(service)
  const file = await fileOf(service)
  if (file === 'torn' && scene.name !== 'start on a torn file') problems.push('torn file')
  if (daemons.length > 1) problems.push(`${daemons.length} daemons`)
  if (!bystander.unharmed()) problems.push('signalled a foreign process')
  if (scene.keeps && before !== undefined && !daemons.includes(before)) problems.push('lost the daemon')
  const answer = stdout === '' ? undefined : (JSON.parse(stdout) as Answer)
  const seen = answer && (await status(service))
  if (answer?.state && !(seen?.healthy && seen.state?.pid === answer.state.pid)) {
    problems.push('lost an acknowledged start')
  }
  if (answer?.stopped && (seen?.running || daemons.length > 0)) problems.push('lost an acknowledged stop')
  return problems
}

/** The next command, as if nothing had been. */
async function goesOn(
  scene: Scene,
  { world, service }: Stage,
  before: number | undefined,
): Promise<string[]> {
  const { state } = await ensure(service)
  const problems = []
  const [seen, left] = await Promise.all([status(service), world.processes()])
  if (!seen.healthy || seen.state?.pid !== state.pid) problems.push('status contradicts start')
  if (left.join() !== String(state.pid)) problems.push(`orphans: ${left.join()} beside ${state.pid}`)
  if (scene.keeps && before !== undefined && state.pid !== before) problems.push('replaced a healthy daemon')
  return problems
}

async function endsClean({ world, service, bystander }: Stage): Promise<string[]> {
  const problems = []
  if (!(await stop(service)).stopped) problems.push('stop found nothing')
  const left = await world.processes()
  if (left.length > 0) problems.push(`left after stop: ${left.join()}`)
  const names = await readdir(service.paths.folder)
  const litter = names.filter((name) => !/^(daemon\.lock|locks|daemon\.json\.bad-.*)$/.test(name))
  if (litter.length > 0) problems.push(`litter: ${litter.join()}`)
  if (!bystander.unharmed()) problems.push('signalled a foreign process')
  return problems
}
