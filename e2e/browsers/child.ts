/** Programs that a driver needs: started, and ended again by the process that was started. */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'

/** Milliseconds between being told to end and being ended. */
const PATIENCE_MS = 5000

export interface Child {
  process: ChildProcess
  /** Ends it, unless it has ended. */
  end(): Promise<void>
}

export function startChild(
  file: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  stdio: StdioOptions = 'pipe',
): Child {
  const child = spawn(file, args, { env, stdio })
  const ended = once(child, 'exit')
  // Whoever waits for its first words is told instead.
  ended.catch(() => undefined)
  return {
    process: child,
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill()
      const limit = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(limit)
    },
  }
}

/**
 * The first match in what a program writes to one of its descriptors; that is read to its end all the same.
 *
 * @throws Error with all that it wrote when it ends without
 */
export function firstMatch({ process: child }: Child, descriptor: number, pattern: RegExp): Promise<string> {
  let written = ''
  return new Promise((resolve, reject) => {
    child.stdio[descriptor]?.on('data', (chunk: Buffer) => {
      written += String(chunk)
      const found = pattern.exec(written)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended:\n${written}`)))
  })
}
