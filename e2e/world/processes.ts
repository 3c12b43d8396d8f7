/** Finds the processes of a world: whatever it started inherited its HOME, however detached it is now. Linux only; elsewhere none. */
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

export interface WorldProcess {
  pid: number
  /** Ticks since boot: with the pid the process's identity. */
  startTime: string
  command: string
}

export async function findProcesses(home: string): Promise<WorldProcess[]> {
  const names = await readdir('/proc').catch(() => [])
  const found = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((name) => inspect(name, home)),
  )
  return found.filter((process) => process !== null)
}

/** Resolves with the processes that are still there when the patience, in milliseconds, is over. */
export async function waitUntilGone(home: string, patienceMs: number): Promise<WorldProcess[]> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const left = await findProcesses(home)
    if (left.length === 0 || performance.now() > deadline) return left
    await sleep(50)
  }
}

/** Kills exactly these: a pid that was given to another process meanwhile is let alone. */
export async function killProcesses(processes: WorldProcess[]): Promise<void> {
  for (const { pid, startTime } of processes) {
    const stat = await readStat(String(pid))
    if (stat?.startTime === startTime) process.kill(pid, 'SIGKILL')
  }
}

async function inspect(pid: string, home: string): Promise<WorldProcess | null> {
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '')
  if (!environment.split('\0').includes(`HOME=${home}`)) return null
  const stat = await readStat(pid)
  if (!stat || stat.state === 'Z') return null
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return { pid: Number(pid), startTime: stat.startTime, command: command.replaceAll('\0', ' ').trim() }
}

/** Fields 3 and 22 of proc(5) stat; the name before them may hold spaces and brackets. */
async function readStat(pid: string): Promise<{ state: string; startTime: string } | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const startTime = fields[18]
  return state && startTime ? { state, startTime } : null
}
