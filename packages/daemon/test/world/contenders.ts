import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { World } from './world.ts'

/** `launch`: under the lock, nothing spawned. `spawned`: no file speaks of it yet. `recorded`: it does, as starting. `replace`: the old
 * one is to be ended. */
export type Step = 'launch' | 'spawned' | 'recorded' | 'replace'

export interface Order {
  action: 'start' | 'restart' | 'stop'
  ports: { first: number; last: number }
  /** The program of a console host, to act on that instead of the engine. */
  host?: string
  halt?: { at: Step; how: 'wait' | 'SIGKILL' | 'SIGSTOP' }
  stallMs?: number
  patienceMs?: number
  /** Gives up root's powers, which would hide what another user meets. */
  uid?: number
}

export interface Answer {
  pid?: number
  started?: boolean
  reused?: boolean
  replaced?: boolean
  stopped?: boolean
  error?: { code: string; message: string; hint: string }
}

export interface Contender {
  child: ChildProcessWithoutNullStreams
  /** The next line that it prints: the step where it halts. */
  says: () => Promise<string>
  /** What it prints last; it has ended by then. */
  answer: () => Promise<Answer>
  ended: Promise<unknown>
  /** Lets one go on that waits. */
  goOn: () => void
}

/** Starts a command as a process of the world. `env` is laid over the world's. */
export function contend(
  program: string,
  world: World,
  order: Omit<Order, 'ports'>,
  env: NodeJS.ProcessEnv = {},
): Contender {
  const text = JSON.stringify({ ports: world.ports, ...order })
  const child = spawn(process.execPath, [program, text], { env: { ...world.env, ...env } })
  const ended = once(child, 'exit')
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += String(chunk)))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const says = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`it ended without a word: ${complaint}`)
    return value
  }
  return {
    child,
    says,
    answer: async () => {
      const answer = JSON.parse(await says()) as Answer
      await ended
      return answer
    },
    ended,
    goOn: () => child.stdin.write('go on\n'),
  }
}
