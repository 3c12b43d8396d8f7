import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { PortRange } from '../../src/net/ports.ts'
import type { Action } from './scenes.ts'

/** The arguments of a Node program that runs one command of the daemon's life and prints its answer as one JSON object. */
export type Program = (action: Action, ports: PortRange) => string[]

export interface KilledRun {
  code: number | null
  stdout: string
  stderr: string
  /** Where it was killed; undefined: it came to its end before. */
  step: string | undefined
}

const PRELOAD = fileURLToPath(new URL('../world/kill-at-step.mjs', import.meta.url))

/** Runs the program, which is killed at its `at`-th step. `preload` is where kill-at-step.mjs lies, if not beside the sources. */
export async function runKilled(
  program: string[],
  env: NodeJS.ProcessEnv,
  at: number,
  preload = PRELOAD,
): Promise<KilledRun> {
  const args = ['--import', preload, ...program]
  const child = spawn(process.execPath, args, {
    env: { ...env, KILL_AT: String(at) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...printed, step: /^killed at step (.*)$/m.exec(printed.stderr)?.[1] }
}
