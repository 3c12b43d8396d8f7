import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'

/** To take its locks away, and give up what it began. */
const GRACE_MS = 2000

/** Ends a process with its group: asked first, for git leaves its locks behind when it is killed; then killed, what is left of it. */
export async function endGroup(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close').catch(() => undefined)
  signal(child, 'SIGTERM')
  await Promise.race([closed, wait(GRACE_MS, undefined, { ref: false })])
  signal(child, 'SIGKILL')
  // What has left the group may hold the pipes for ever.
  await Promise.race([closed, wait(GRACE_MS, undefined, { ref: false })])
  child.stdout?.destroy()
  child.stderr?.destroy()
}

function signal({ pid }: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (pid !== undefined) process.kill(-pid, name)
  } catch {
    // It has ended by itself.
  }
}
