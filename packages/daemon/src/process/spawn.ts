import { spawn, type ChildProcess } from 'node:child_process'
import { KiloError, systemCode } from '../errors.ts'
import { openPrivateLog } from '../files/private-file.ts'

/** How to start one process. Secrets travel in `env` alone. */
export interface Launch {
  file: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd: string
}

export interface Spawned {
  pid: number
  /** What it was started with. */
  env: NodeJS.ProcessEnv
  /** Set once the process has ended: `exit code 1`, `signal SIGKILL`. */
  ended(): string | undefined
  /** What it has written to the log since it was started. */
  output(): Promise<string>
  /** Lets this process end while the other lives on. */
  letGo(): void
  /** At once. Until we have heard of its end, its pid cannot be another's. */
  kill(): void
}

/** Only so much of the log is looked at: an error's last lines. */
const TAIL_BYTES = 16_384

/** Starts a process in a session and group of its own, its output appended to the log (0600). Throws `not-startable`. */
export async function spawnDetached(launch: Launch, log: string): Promise<Spawned> {
  const output = await openPrivateLog(log)
  try {
    const { size } = await output.stat()
    const child = spawn(launch.file, launch.args, {
      cwd: launch.cwd,
      env: launch.env,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', output.fd, output.fd],
    })
    const pid = await spawned(child, launch.file)
    let end: string | undefined
    child.once('exit', (code, signal) => (end = signal ? `signal ${signal}` : `exit code ${code}`))
    const kill = () => void (end === undefined && child.kill('SIGKILL'))
    return {
      pid,
      env: launch.env,
      ended: () => end,
      output: () => readFrom(log, size),
      letGo: () => child.unref(),
      kill,
    }
  } finally {
    await output.close()
  }
}

function spawned(child: ChildProcess, file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(notStartable(file, error)))
    child.once('spawn', () => resolve(child.pid ?? 0))
  })
}

function notStartable(file: string, error: Error): KiloError {
  const code = systemCode(error) ?? error.message
  const why: Record<string, string> = {
    EACCES: 'it is not executable',
    // That it is there, `findEngine` has seen.
    ENOENT: 'it, the loader that it names, or the folder to start it in is missing',
    ENOEXEC: 'it is built for another platform',
    UNKNOWN: 'it is built for another platform',
  }
  return new KiloError(
    'not-startable',
    `${file} cannot be started: ${why[code] ?? code}`,
    'kilo doctor',
    { file },
    error,
  )
}

/** The file's text from `offset`, of that the last 16 KiB. */
async function readFrom(log: string, offset: number): Promise<string> {
  const file = await openPrivateLog(log)
  try {
    const { size } = await file.stat()
    const start = Math.max(offset, size - TAIL_BYTES)
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(Math.max(0, size - start)),
      0,
      undefined,
      start,
    )
    return buffer.subarray(0, bytesRead).toString()
  } finally {
    await file.close()
  }
}
