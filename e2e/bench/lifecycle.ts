/** How much our start and stop add to what the engine itself needs. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { engineService, probe } from '@kilo-console/daemon'
import { engineCommand } from '../repo.ts'
import { succeed } from '../run.ts'
import type { World } from '../world/world.ts'
import { compare, type Comparison } from './compare.ts'

/** Of our manager's own pace. */
const POLL_MS = 25

export async function measureLifecycle(world: World, pairs: number): Promise<Comparison[]> {
  const kilo = (action: string) => succeed(world.kilo(['daemon', action]))
  const bare = bareEngine(world.env)
  const quiet = async () => {
    await bare.stop()
    await kilo('stop')
  }
  const ready = async (begin: () => Promise<unknown>) => {
    await quiet()
    await begin()
  }
  try {
    const start = await compare(
      'daemon start, cold',
      pairs,
      { ready: quiet, run: () => kilo('start') },
      { ready: quiet, run: bare.start },
    )
    const stop = await compare(
      'daemon stop',
      pairs,
      { ready: () => ready(() => kilo('start')), run: () => kilo('stop') },
      { ready: () => ready(bare.start), run: bare.stop },
    )
    return [start, stop]
  } finally {
    await quiet()
  }
}

interface BareEngine {
  /** Resolves with the first healthy answer. */
  start: () => Promise<void>
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
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
