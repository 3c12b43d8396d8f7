/**
 * One world for many tests, one after the other: to start daemon, engine and host takes longer than most tests. Each finds the project as
 * new, and no session, terminal, request or process of those before it. Daemon and host may be stopped, killed and replaced: the next test finds them
 * running. Whoever changes the engine's settings or environment, or needs its catalogue of providers, takes a world of their own.
 */
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { kiloPaths } from '@kilo-console/daemon'
import { succeed } from '../run.ts'
import { connectEngine, daemonAddress, until, type EngineClient } from './engine.ts'
import { launchConsole } from './launch.ts'
import type { WorldProcess } from './processes.ts'
import { makeWorld, type World } from './world.ts'

export interface SharedWorld {
  /** To one test at a time; its `close` is the end of that test. */
  lend(): Promise<World>
  /** Ends the world itself: what was still running then. */
  close(): Promise<WorldProcess[]>
}

interface Warm {
  world: World
  /** Where the project lies as it was. */
  pristine: string
  services: Services
}

interface Services {
  engine: EngineClient
  /** Pids of the engine and the host: whatever else runs in the world is of a test. */
  pids: Set<number>
}

export function makeSharedWorld(): SharedWorld {
  let warm: Promise<Warm> | undefined
  return {
    async lend() {
      warm ??= start()
      const lent = await warm
      return { ...lent.world, close: () => restore(lent) }
    },
    close: async () => (warm ? (await warm).world.close() : []),
  }
}

async function start(): Promise<Warm> {
  const world = await makeWorld({ unreachable: true, catalogue: false })
  const pristine = path.join(world.home, 'pristine')
  await cp(world.project, pristine, { recursive: true })
  return { world, pristine, services: await startServices(world) }
}

async function startServices(world: World): Promise<Services> {
  await succeed(world.kilo(['daemon', 'start']))
  await launchConsole(world)
  const daemon = await daemonAddress(world)
  const file = path.join(world.home, '.local/state/kilo/console.json')
  const host = JSON.parse(await readFile(file, 'utf8')) as { pid: number }
  return { engine: connectEngine(daemon, world.project), pids: new Set([daemon.pid, host.pid]) }
}

/** Resolves with the processes of the test that are still there. */
async function restore(warm: Warm): Promise<WorldProcess[]> {
  const { world, pristine } = warm
  await rm(kiloPaths(world.env).own.settings, { force: true })
  if (!(await areAlive(warm))) {
    await removeSnapshotLocks(world)
    warm.services = await startServices(world)
  }
  const { engine, pids } = warm.services
  await removeAll(engine, '/pty')
  await endTurns(engine)
  await removeAll(engine, '/session')
  world.model.reset()
  // The folder itself stays: the engine watches it.
  for (const name of await readdir(world.project))
    await rm(path.join(world.project, name), { recursive: true, force: true })
  await mkdir(world.project, { recursive: true })
  await cp(pristine, world.project, { recursive: true })
  let left: WorldProcess[] = []
  await until('the processes of the test to be gone', async () => {
    left = (await world.processes()).filter(({ pid }) => !pids.has(pid))
    return left.length === 0 || undefined
  }).catch(() => undefined)
  return left
}

async function areAlive({ world, services }: Warm): Promise<boolean> {
  const alive = new Set((await world.processes()).map(({ pid }) => pid))
  return [...services.pids].every((pid) => alive.has(pid))
}

/** Git leaves its lock when it is killed, and the next turn would wait for it. */
async function removeSnapshotLocks(world: World): Promise<void> {
  const folder = path.join(world.home, '.local/share/kilo/snapshot')
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names.filter((each) => each.endsWith('.lock')))
    await rm(path.join(folder, name), { force: true })
}

interface Named {
  id: string
}

/** Whatever was asked is refused first: a request outlives its turn. */
async function endTurns(engine: EngineClient): Promise<void> {
  for (const { id } of await engine.ask<Named[]>('/session')) await engine.ask(`/session/${id}/abort`, {})
  for (const { id } of await engine.ask<Named[]>('/permission'))
    await engine.ask(`/permission/${id}/reply`, { reply: 'reject' })
  for (const { id } of await engine.ask<Named[]>('/question')) await engine.ask(`/question/${id}/reject`, {})
  for (const route of ['/permission', '/question', '/session/status'])
    await until(`${route} to be empty`, async () =>
      Object.keys(await engine.ask<object>(route)).length === 0 ? true : undefined,
    )
}

async function removeAll(engine: EngineClient, route: string): Promise<void> {
  await until(`${route} to be empty`, async () => {
    const all = await engine.ask<Named[]>(route)
    for (const { id } of all) await engine.remove(`${route}/${id}`)
    return all.length === 0 || undefined
  })
}
