import { spawn } from 'node:child_process'

export interface Finished {
  /** Exit code; null when a signal ended it. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  env: NodeJS.ProcessEnv
  cwd: string
  /** Milliseconds after which the program is killed and the run rejects. Default 60 s. */
  limitMs?: number
  input?: string
}

/**
 * Runs a program until it has ended and its output is closed: a child that it leaves behind must not hold our pipes.
 *
 * @throws Error naming the command and its output when the limit passes
 */
export async function run(file: string, args: string[], options: RunOptions): Promise<Finished> {
  const { limitMs = 60_000, input = '' } = options
  const child = spawn(file, args, { env: options.env, cwd: options.cwd, stdio: 'pipe' })
  let late = false
  const limit = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
    child.stdout.destroy()
    child.stderr.destroy()
  }, limitMs)
  child.stdin.on('error', () => {}).end(input)
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve([code, signal]))
  })
  try {
    const [stdout, stderr, [code, signal]] = await Promise.all([
      read(child.stdout),
      read(child.stderr),
      ended,
    ])
    if (late) throw new Error(`${file} ${args.join(' ')}: not done after ${limitMs} ms\n${stdout}${stderr}`)
    return { code, signal, stdout, stderr }
  } finally {
    clearTimeout(limit)
  }
}

/** @throws Error with the program's output when it does not exit with 0 */
export async function succeed(run: Promise<Finished>): Promise<Finished> {
  const finished = await run
  if (finished.code === 0) return finished
  throw new Error(`exit code ${finished.code ?? finished.signal}\n${finished.stdout}${finished.stderr}`)
}

/** What came until the stream ended or was destroyed. */
function read(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: string[] = []
  stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  return new Promise((resolve) => stream.once('close', () => resolve(chunks.join(''))))
}
