import assert from 'node:assert/strict'
import { basicHeader, basicToken } from '../../src/services/credentials.ts'
import { readEnvironment } from '../../src/process/proc.ts'
import { probe } from '../../src/net/probe.ts'
import { type EngineState } from '../../src/state/state.ts'
import type { Service } from '../../src/services/service.ts'
import { status } from '../../src/lifecycle/status.ts'
import { makeBystander, type Bystander } from '../world/bystander.ts'
import type { Liar } from '../world/liar.ts'
import { fileOf, managedDaemons } from '../world/truth.ts'
import { makeWorld, type World } from '../world/world.ts'
import { isRecord } from '../../src/validate.ts'

/** What the commands of a run act on. */
export interface Reality {
  world: World
  /** The daemon as the installed version of the engine describes it. */
  service: Service<EngineState>
  /** Its pid is what a recycled record names. */
  bystander: Bystander
  /** Foreign servers on ports of ours. */
  liars: Liar[]
  end(): Promise<void>
}

/** What a run expects: only what the table of processes does not tell. */
export interface Expected {
  /** The second number of the installed engine's version. */
  installed: number
  /** That of the running one. */
  running: number
  /** We ourselves put rubbish into the file. */
  spoiled: boolean
}

export const patience = { patienceMs: 8000, startMs: 20_000 }

export async function makeReality(): Promise<Reality> {
  const world = await makeWorld()
  const bystander = await makeBystander()
  const liars: Liar[] = []
  const end = async () => {
    await Promise.all(liars.map((liar) => liar.end()))
    await bystander.end()
    await world.end()
  }
  return { world, service: world.service(), bystander, liars, end }
}

/** What must hold after each command, whatever was done. Answers the daemon's pid. Throws what does not hold. */
export async function check(reality: Reality, expected: Expected): Promise<number | undefined> {
  const { service, bystander, liars } = reality
  const daemons = await managedDaemons(service)
  assert(daemons.length <= 1, `${daemons.length} daemons live`)
  assert(bystander.unharmed(), 'a foreign process was signalled')
  assert(!liars.some((liar) => liar.sawPassword()), 'a foreign server was shown a password')
  if (!expected.spoiled) assert.notEqual(await fileOf(service), 'torn')
  const [pid] = daemons
  const before = pid !== undefined && (await isHealthy(pid))
  const seen = await status(service)
  // One whose starter was killed may have ended while it was looked at: the port that it was to listen on was taken.
  if ((await managedDaemons(service))[0] !== pid) return check(reality, expected)
  assert.equal(seen.running, pid !== undefined, 'status contradicts the process table')
  if (pid === undefined) return pid
  assert.equal(seen.state?.pid, pid, 'status names another process')
  // One that is just starting gets healthy in between, and stays so.
  if (before) assert(seen.healthy, 'status calls a healthy daemon unhealthy')
  if (seen.healthy) assert(await isHealthy(pid), 'status calls an unhealthy daemon healthy')
  return pid
}

/** Asks the process itself, by what its own environment says. */
export async function isHealthy(pid: number): Promise<boolean> {
  const env = await readEnvironment(pid)
  const mark: unknown = JSON.parse(env?.get('KILO_CONSOLE_SERVICE') ?? '{}')
  const port = isRecord(mark) ? Number(mark['port']) : 0
  const headers = basicHeader(basicToken(env?.get('KILO_SERVER_PASSWORD') ?? ''))
  // Another may have its port: what that one says is nothing of the daemon's, and it must not hear our password.
  const answer = await probe(`http://127.0.0.1:${port}/global/health`, { headers, owner: { pid } })
  return answer.kind === 'healthy'
}
