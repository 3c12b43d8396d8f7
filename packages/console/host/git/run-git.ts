/** Git, run without a shell, without what the environment says to it, and bounded in time and output. */
import { spawn, type ChildProcess } from 'node:child_process'

export interface GitResult {
  code: number
  stdout: string
  bytes: () => Buffer
  /** What was said on both, as it came: for a person. */
  said: string
}

export interface GitOptions {
  input?: string
  /** The repository's hooks run as they would for its owner. Else none does. */
  hooks?: boolean
  waitMs?: number
}

const WAIT_MS = 20_000
const MOST_BYTES = 4 * 1024 * 1024
const MOST_SAID = 8 * 1024

/** What git would take for orders (GIT_DIR, GIT_SSH_COMMAND …) stays outside; nothing asks, for nobody is there to answer. */
function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('GIT_') && name !== 'SSH_ASKPASS')
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', LC_ALL: 'C.UTF-8' }
}

/** Before every command: nothing of the repository runs but what is asked for, and a path is a path. */
function gitArguments(directory: string, hooks: boolean): string[] {
  const silent = hooks ? [] : ['-c', 'core.hooksPath=/dev/null']
  return [
    '-C',
    directory,
    '--literal-pathspecs',
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.quotePath=false',
    ...silent,
  ]
}

/** Rejects when git cannot be started, takes too long or says too much; any code of its own is an answer. */
export function runGit(
  directory: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  const { input, hooks = false, waitMs = WAIT_MS } = options
  const child = spawn('git', [...gitArguments(directory, hooks), ...args], {
    env: gitEnvironment(process.env),
    // A group of its own, so that what a hook started ends with it.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    const heard = listen(child, (why) => fail(why))
    const timer = setTimeout(() => fail(`git ${args[0]} took longer than ${waitMs / 1000} s`), waitMs)
    const fail = (why: string) => {
      endGroup(child)
      reject(new Error(why))
    }
    child.once('error', (error) => fail(`git could not be started: ${error.message}`))
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, ...heard() })
    })
    // It may end without reading.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}

function listen(child: ChildProcess, tooMuch: (why: string) => void) {
  const out: Buffer[] = []
  let said = ''
  let bytes = 0
  const hear = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_BYTES) tooMuch('git said more than anybody can read')
    if (said.length < MOST_SAID) said += chunk.toString('utf8').slice(0, MOST_SAID - said.length)
  }
  child.stdout?.on('data', (chunk: Buffer) => {
    out.push(chunk)
    hear(chunk)
  })
  child.stderr?.on('data', hear)
  return () => {
    const all = Buffer.concat(out)
    return { stdout: all.toString('utf8'), bytes: () => all, said: said.trim() }
  }
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
