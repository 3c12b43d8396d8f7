/**
 * One world for many tests, one after the other: to start daemon, engine and host takes longer than most tests. Each finds the project as
 * new, and no session, terminal, request or process of those before it. For tests that only talk, type and look: whoever changes settings, rules
 * or what runs takes a world of their own.
 */
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
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
  engine: EngineClient
  /** Where the project lies as it was. */
  pristine: string
  /** Pids of daemon, engine and host. */
  services: Set<number>
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
  const world = await makeWorld({ unreachable: true })
  const pristine = path.join(world.home, 'pristine')
  await cp(world.project, pristine, { recursive: true })
  await succeed(world.kilo(['daemon', 'start']))
  await launchConsole(world)
  const engine = connectEngine(await daemonAddress(world), world.project)
  const services = new Set((await world.processes()).map(({ pid }) => pid))
  return { world, engine, pristine, services }
}

/** Resolves with the processes of the test that are still there. */
async function restore({ world, engine, pristine, services }: Warm): Promise<WorldProcess[]> {
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
    left = (await world.processes()).filter(({ pid }) => !services.has(pid))
    return left.length === 0 || undefined
  }).catch(() => undefined)
  return left
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
