/** An engine that somebody else started: `serve` of any program that speaks as Kilo's does. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface OtherServer {
  url: string
  close(): Promise<void>
}

export interface OtherServerOptions {
  program: string
  port: number
  env: NodeJS.ProcessEnv
  cwd: string
}

/** How long it may take to end: opencode's was seen to go on for minutes. */
const PATIENCE_MS = 3000

/** Resolves when it listens; ends with `close`. */
export async function startServer({ program, port, env, cwd }: OtherServerOptions): Promise<OtherServer> {
  const server = spawn(program, ['serve', '--port', String(port)], {
    env,
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(server, 'exit')
  // Its first start makes a database: minutes on a machine that is busy.
  await saysListening(server.stdout)
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.kill('SIGTERM')
      const late = setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(late)
    },
  }
}

async function saysListening(output: NodeJS.ReadableStream): Promise<void> {
  for await (const line of createInterface(output))
    if (line.includes('listening on')) return void output.resume()
  throw new Error('it ended before it listened')
}
