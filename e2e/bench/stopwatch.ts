/** Two ways to time: what somebody types, and what this process does itself. */
import { run, succeed, type RunOptions } from '../run.ts'

/** Its standard error is the shell's own, so that what the program prints there does not mix with the time. */
const SCRIPT = 'TIMEFORMAT=%3R; time "$@" 2>&1'

/**
 * Milliseconds until a program has ended, as the shell says that started it: who types a command waits from there, and a shell starts a
 * program in less time than a large process like this one does.
 *
 * @throws Error with the program's output when it does not exit with 0
 */
export async function timeCommand(file: string, args: string[], options: RunOptions): Promise<number> {
  const { stderr } = await succeed(run('bash', ['-c', SCRIPT, 'bash', file, ...args], options))
  return Number(stderr) * 1000
}

/** Milliseconds. */
export async function timeWork(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
