/** How much our start and stop add to what the engine itself needs. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { engineService, probe } from '@kilo-console/daemon'
import { engineCommand, kiloCommand } from '../repo.ts'
import { succeed } from '../run.ts'
import { connectEngine, daemonAddress, until, type EngineAddress } from '../world/engine.ts'
import { freePort } from '../world/free-port.ts'
import { isFinished } from '../world/seed.ts'
import type { World } from '../world/world.ts'
import { compare, type Comparison } from './compare.ts'
import { timeCommand, timeWork } from './stopwatch.ts'

/** Of our manager's own pace. */
const POLL_MS = 25

export async function measureLifecycle(world: World, pairs: number): Promise<Comparison[]> {
  const kilo = (action: string) => succeed(world.kilo(['daemon', action]))
  const timed = (action: string) => ({
    time: () => timeCommand(kiloCommand, ['daemon', action], { env: world.env, cwd: world.project }),
  })
  const bare = bareEngine(world.env)
  const quiet = async () => {
    await bare.stop()
    await kilo('stop')
  }
  const begin = async () => {
    await kilo('start')
    return daemonAddress(world)
  }
  try {
    const start = await compare(
      'daemon start, cold',
      pairs,
      { ready: quiet, ...timed('start') },
      { ready: quiet, time: () => timeWork(bare.start) },
    )
    const compareStop = (what: string, prepare: (address: EngineAddress) => Promise<void>) => {
      const ready = (begin: () => Promise<EngineAddress>) => async () => {
        await quiet()
        await prepare(await begin())
      }
      const ours = { ready: ready(begin), ...timed('stop') }
      return compare(what, pairs, ours, { ready: ready(bare.start), time: () => timeWork(bare.stop) })
    }
    const fresh = await compareStop('daemon stop, nothing done yet', () => Promise.resolve())
    const used = await compareStop('daemon stop, after a session, a terminal open', (address) =>
      use(address, world.project),
    )
    return [start, fresh, used]
  } finally {
    await quiet()
  }
}

/** What an engine has done that somebody works with: a model's answer with its tools, and a shell that is open. */
async function use(address: EngineAddress, directory: string): Promise<void> {
  const engine = connectEngine(address, directory)
  const session = await engine.prompt('Add a dark theme')
  await until('the answer', () => isFinished(engine, session))
  await engine.ask('/pty', {})
}

interface BareEngine {
  /** Resolves with the first healthy answer. */
  start: () => Promise<EngineAddress>
  /** TERM; resolves with its exit. */
  stop: () => Promise<void>
}

/** The engine without anybody's manager, started as ours is. */
function bareEngine(env: NodeJS.ProcessEnv): BareEngine {
  const service = engineService({ env: { ...env, KILO_ENGINE: engineCommand } })
  let child: ChildProcess | undefined
  return {
    async start() {
      const place = { hostname: '127.0.0.1', port: await freePort() }
      const password = service.newSecret()
      const { file, args, cwd, env } = await service.launch(place, password)
      const token = Buffer.from(`kilo:${password}`).toString('base64')
      const url = `http://127.0.0.1:${place.port}/global/health`
      child = spawn(file, args, { cwd, env, stdio: 'ignore' })
      const headers = { authorization: `Basic ${token}` }
      while ((await probe(url, { headers })).kind !== 'healthy') await sleep(POLL_MS)
      return { url: new URL(url).origin, username: 'kilo', password }
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}
