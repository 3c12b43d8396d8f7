import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A program that is none of ours, and that any signal would end. */
export interface Bystander {
  pid: number
  /** Whether nothing has signalled it. */
  unharmed(): boolean
  end(): Promise<void>
}

export async function makeBystander(): Promise<Bystander> {
  const child = spawn('sleep', ['100000'], { detached: true, stdio: 'ignore' })
  await once(child, 'spawn')
  return {
    pid: child.pid ?? 0,
    unharmed: () => child.exitCode === null && child.signalCode === null,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}
