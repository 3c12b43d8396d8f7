import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'

export interface Run {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Running {
  child: ChildProcessWithoutNullStreams
  /** All that it has printed so far, once there is something. */
  prints: (stream: 'stdout' | 'stderr') => Promise<string>
  /** Closes its stdin and waits for its end. */
  ended: () => Promise<Run>
}

/** Starts the built command as a user would, without a terminal. */
export function begin(path: string, env: NodeJS.ProcessEnv, ...args: string[]): Running {
  return watch(spawn(process.execPath, [path, ...args], { env }))
}

function watch(child: ChildProcessWithoutNullStreams): Running {
  const printed = { stdout: '', stderr: '' }
  // Read from the start on: of a stream that is joined later Node may never tell the end.
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += String(chunk)))
  const closed = once(child, 'close')
  return {
    child,
    prints: async (stream) => {
      while (printed[stream] === '') await once(child[stream], 'data')
      return printed[stream]
    },
    ended: async () => {
      child.stdin.end()
      const [code, signal] = (await closed) as [number | null, NodeJS.Signals | null]
      return { code, signal, ...printed }
    },
  }
}

export function run(path: string, env: NodeJS.ProcessEnv, ...args: string[]): Promise<Run> {
  return begin(path, env, ...args).ended()
}

/** Another program, to its end. */
export function runProgram(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<Run> {
  return watch(spawn(file, args, { env })).ended()
}
