/** Git, run without a shell, without what the environment says to it, and bounded in time and output. */
import { spawn, type ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { HttpProblem } from '../http/problem.ts'
import { endGroup } from './end-group.ts'
import { readable } from './said.ts'

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
/** For what was said to arrive when git has ended: what a hook left behind may hold its output open for ever. */
const REST_MS = 500
const MOST_BYTES = 4 * 1024 * 1024
const MOST_SAID = 8 * 1024

/**
 * What git would take for orders (GIT_DIR, GIT_SSH_COMMAND …) stays outside; nothing asks, for nobody is there to answer; and to look at something
 * locks nothing.
 */
function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('GIT_') && name !== 'SSH_ASKPASS')
  return {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_EDITOR: 'true',
    LC_ALL: 'C.UTF-8',
  }
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

/** For those who need an answer: any code but 0 is a problem. */
export async function askGit(
  directory: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  const done = await runGit(directory, args, options)
  if (done.code === 0) return done
  const why = readable(done.said)
  throw new HttpProblem(
    502,
    'git-failed',
    why === '' ? `git ${args[0]} failed.` : `git ${args[0]} failed.\n${why}`,
  )
}

/** Throws 502 or 504 when git cannot be started, takes too long or says too much, and then it has ended; any code of its own is an answer. */
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
    let failed: HttpProblem | undefined
    const fail = (problem: HttpProblem) => {
      if (failed) return
      failed = problem
      clearTimeout(timer)
      void endGroup(child).then(() => reject(problem))
    }
    const heard = listen(child, () => fail(tooMuch(args)))
    const timer = setTimeout(() => fail(tooLate(args, waitMs)), waitMs)
    child.once('error', ({ message }) => {
      clearTimeout(timer)
      reject(new HttpProblem(502, 'no-git', `git could not be started: ${message}`))
    })
    child.once('exit', () => clearTimeout(timer))
    whenEnded(child, (code) => {
      if (!failed) resolve({ code, ...heard() })
    })
    // It may end without reading.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}

/** `end` may be told twice, the first time with all that was said by then. */
function whenEnded(child: ChildProcess, end: (code: number) => void): void {
  child.once('exit', (code) => {
    const rest = setTimeout(() => {
      letGo(child)
      end(code ?? 1)
    }, REST_MS)
    child.once('close', () => clearTimeout(rest))
  })
  child.once('close', (code: number | null) => end(code ?? 1))
}

/** It goes on, and is not waited for; nobody reads what it says. */
function letGo({ stdout, stderr }: ChildProcess): void {
  for (const stream of [stdout, stderr]) {
    stream?.removeAllListeners('data').resume()
    if (stream instanceof Socket) stream.unref()
  }
}

const tooLate = ([command]: readonly string[], waitMs: number) =>
  new HttpProblem(504, 'git-late', `git ${command} took longer than ${waitMs / 1000} s, and was ended.`)

const tooMuch = ([command]: readonly string[]) =>
  new HttpProblem(502, 'git-too-much', `git ${command} said more than anybody can read.`)

function listen(child: ChildProcess, tooMuch: () => void) {
  const out: Buffer[] = []
  let said = ''
  let bytes = 0
  const hear = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return tooMuch()
    if (said.length < MOST_SAID) said += chunk.toString('utf8').slice(0, MOST_SAID - said.length)
  }
  child.stdout?.on('data', (chunk: Buffer) => {
    if (bytes <= MOST_BYTES) out.push(chunk)
    hear(chunk)
  })
  child.stderr?.on('data', hear)
  return () => {
    const all = Buffer.concat(out)
    return { stdout: all.toString('utf8'), bytes: () => all, said: said.trim() }
  }
}
