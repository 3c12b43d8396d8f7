import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { ensurePrivateFolder } from '../../src/files/private-file.ts'
import type { Service } from '../../src/services/service.ts'
import type { EngineState } from '../../src/state/state.ts'
import type { Bystander } from '../world/bystander.ts'
import type { World } from '../world/world.ts'

export type Action = 'start' | 'restart' | 'stop'

/** A situation, and the command that is killed in it. */
export interface Scene {
  name: string
  action: Action
  /** Whether the command leaves the daemon that it finds alone, so that no kill may lose it. */
  keeps: boolean
  /** The engine's version that the command brings along. */
  version: string
  /** Makes the situation. Answers the pid of the daemon that lives in it, if one does. */
  set(stage: Stage): Promise<number | undefined>
}

export interface Stage {
  world: World
  service: Service<EngineState>
  bystander: Bystander
}

const nothing = async () => undefined

async function daemon({ service }: Stage): Promise<number> {
  return (await ensure(service)).state.pid
}

async function staleFile(stage: Stage): Promise<undefined> {
  process.kill(await daemon(stage), 'SIGKILL')
  // The recorded pid belongs to somebody else by now.
  await stage.world.editState({ pid: stage.bystander.pid })
}

async function tornFile({ service }: Stage): Promise<undefined> {
  await ensurePrivateFolder(service.paths.folder)
  await writeFile(service.paths.state, '{"pid":')
}

async function lostFile(stage: Stage): Promise<number> {
  const pid = await daemon(stage)
  await rm(stage.service.paths.state)
  return pid
}

async function peersFile(stage: Stage): Promise<number> {
  const pid = await daemon(stage)
  await stage.world.editState({ identity: undefined, nonce: undefined, schema: undefined, phase: undefined })
  return pid
}

/** What the engine's own CLI leaves when it is killed in a start. */
async function peersDeadLock({ service }: Stage): Promise<undefined> {
  const folder = service.paths.peerLock ?? ''
  const { pid } = spawnSync('true')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'heartbeat'), '')
  await writeFile(join(folder, 'meta.json'), JSON.stringify({ token: 'other', pid, hostname: hostname() }))
}

const base = { version: '1.0.0', keeps: true }

/** Every way through start, stop and restart that writes, spawns or signals differently. */
export const SCENES: Scene[] = [
  { ...base, name: 'cold start', action: 'start', set: nothing },
  { ...base, name: 'start on a stale file with a recycled pid', action: 'start', set: staleFile },
  { ...base, name: 'start on a torn file', action: 'start', set: tornFile },
  { ...base, name: "start on the engine CLI's dead lock", action: 'start', set: peersDeadLock },
  { ...base, name: 'start that reuses', action: 'start', set: daemon },
  { ...base, name: 'start that adopts, its file lost', action: 'start', set: lostFile },
  { ...base, name: "start that adopts, the engine CLI's file", action: 'start', set: peersFile },
  { name: 'start that upgrades', action: 'start', version: '1.1.0', keeps: false, set: daemon },
  { ...base, name: 'restart', action: 'restart', keeps: false, set: daemon },
  { ...base, name: 'stop', action: 'stop', keeps: false, set: daemon },
  { ...base, name: 'stop on a lost file', action: 'stop', keeps: false, set: lostFile },
]
