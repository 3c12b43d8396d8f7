import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export interface Run {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** Runs the built command as a user would, without a terminal. */
export async function run(path: string, env: NodeJS.ProcessEnv, ...args: string[]): Promise<Run> {
  return ended(begin(path, env, ...args))
}

export function begin(
  path: string,
  env: NodeJS.ProcessEnv,
  ...args: string[]
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [path, ...args], { env })
}

export async function ended(child: ChildProcessWithoutNullStreams): Promise<Run> {
  child.stdin.end()
  const [stdout, stderr, exit] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  const [code, signal] = exit as [number | null, NodeJS.Signals | null]
  return { code, signal, stdout, stderr }
}
