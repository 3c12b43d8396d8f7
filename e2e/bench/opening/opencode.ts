/** `opencode web` on the same session: fetched from npm into a cache once, run in the same world. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { run, succeed } from '../../run.ts'
import { until } from '../../world/engine.ts'
import { freePort } from '../../world/free-port.ts'
import type { World } from '../../world/world.ts'

const VERSION = '1.18.33'
/** The newest package of that name installs a program for every kind of machine; this one is for the usual ones. */
const PACKAGE = `opencode-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

export interface Peer {
  name: string
  url: string
  close(): Promise<void>
}

/** `file`: the session, `id` its id. Ends with `close`. */
export async function startOpencode(world: World, { file, id }: { file: string; id: string }): Promise<Peer> {
  const program = await fetchProgram()
  const env = { ...world.env, OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1' }
  await succeed(run(program, ['import', file], { env, cwd: world.project }))
  const port = await freePort()
  const server = spawn(program, ['serve', '--port', String(port)], {
    env,
    cwd: world.project,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(server, 'exit')
  const base = `http://127.0.0.1:${port}`
  // Its first start makes a database: minutes on a machine that is busy.
  await saysListening(server.stdout)
  await until('opencode to answer', () => isThere(`${base}/global/health`))
  const folder = Buffer.from(world.project).toString('base64url')
  return {
    name: `opencode web ${VERSION}`,
    url: `${base}/${folder}/session/${id}`,
    async close() {
      server.kill('SIGTERM')
      // Seen to go on for minutes: then it is ended.
      const late = setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(late)
    },
  }
}

/** How long it may take to end. */
const PATIENCE_MS = 10_000

async function saysListening(output: Readable): Promise<void> {
  for await (const line of createInterface(output)) if (line.includes('listening on')) return
  throw new Error('opencode ended before it listened')
}

async function isThere(url: string): Promise<true | undefined> {
  const answer = await fetch(url).catch(() => undefined)
  return answer?.ok || undefined
}

async function fetchProgram(): Promise<string> {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache')
  const folder = path.join(cache, 'kilo-console-bench', `opencode-${VERSION}`)
  const program = path.join(folder, 'node_modules', PACKAGE, 'bin', 'opencode')
  if (existsSync(program)) return program
  await mkdir(folder, { recursive: true })
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts']
  await succeed(
    run('npm', [...install, `opencode-ai@${VERSION}`], { env: process.env, cwd: folder, limitMs: 300_000 }),
  )
  return program
}
