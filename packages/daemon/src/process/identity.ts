import { systemCode } from '../errors.ts'
import {
  readArguments,
  readBootId,
  readStat,
  readUptime,
  TICKS_PER_SECOND,
  type ProcessStat,
} from './proc.ts'
import { clockSeconds, ps } from './ps.ts'

/** What tells a process from a later one with the same pid. */
export interface Identity {
  /** Linux: field 22 of /proc/<pid>/stat, in clock ticks since boot. Elsewhere: what `ps -o lstart=` prints. */
  startTime: string
  /** Linux: the boot id. Elsewhere: empty. */
  bootId: string
}

/** `forbidden`: alive, and another user's. A zombie is `gone`. */
export type Life = 'gone' | 'alive' | 'forbidden'

/** Whether a process can have this number: 0 and negative ones mean groups, 1 is init (faults.md 2). */
export function isServicePid(pid: unknown): pid is number {
  return typeof pid === 'number' && Number.isInteger(pid) && pid > 1 && pid < 2 ** 31
}

/** Our parent may be the service itself, when it runs us as its tool; neither it nor we ourselves are signalled (faults.md 2). */
function maySignal(pid: number): boolean {
  return isServicePid(pid) && pid !== process.pid && pid !== process.ppid
}

/** Linux. Of a process that was just looked at: its pid may be given away before a second look. */
export function identityOf({ startTime }: ProcessStat): Identity {
  return { startTime, bootId: readBootId() }
}

/** Undefined when there is no such process, or only its zombie. */
export async function identify(pid: number): Promise<Identity | undefined> {
  if (process.platform === 'linux') {
    const stat = await readStat(pid)
    return stat && !stat.dead ? identityOf(stat) : undefined
  }
  const printed = await ps('stat=,lstart=', pid)
  const [, state = '', startTime = ''] = /^\s*(\S+)\s+(.+?)\s*$/.exec(printed ?? '') ?? []
  return startTime && !state.startsWith('Z') ? { startTime, bootId: '' } : undefined
}

/** What a process is called with, and for how long it has run. Undefined when there is none, or it is not ours to look into. */
export async function appearance(pid: number): Promise<{ args: string[]; ageMs: number } | undefined> {
  if (process.platform !== 'linux') return parseAppearance(await ps('etime=,args=', pid))
  const [args, ageMs] = await Promise.all([readArguments(pid), ageOf(pid)])
  return args && ageMs !== undefined ? { args, ageMs } : undefined
}

/** For how long it has run, milliseconds, whatever the clock says. Undefined when there is none. */
export async function ageOf(pid: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return (await appearance(pid))?.ageMs
  const [stat, uptime] = await Promise.all([readStat(pid), readUptime()])
  return stat && (uptime - Number(stat.startTime) / TICKS_PER_SECOND) * 1000
}

/** PURE. What `ps -o etime=,args=` prints: `  1-02:03:04 /usr/bin/kilo serve --port 4097`. */
export function parseAppearance(printed = ''): { args: string[]; ageMs: number } | undefined {
  const [elapsed, ...args] = printed.trim().split(/\s+/)
  return elapsed ? { args, ageMs: clockSeconds(elapsed) * 1000 } : undefined
}

export function sameIdentity(one: Identity, other: Identity): boolean {
  return one.startTime === other.startTime && one.bootId === other.bootId
}

export async function lifeOf(pid: number): Promise<Life> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (systemCode(error) === 'EPERM') return 'forbidden'
    return 'gone'
  }
  if (process.platform !== 'linux') return 'alive'
  const stat = await readStat(pid)
  return stat && !stat.dead ? 'alive' : 'gone'
}

/** Whether the process with this pid is still the one that was recorded. */
export async function isSame(pid: number, identity: Identity): Promise<boolean> {
  if (!isServicePid(pid)) return false
  const now = await identify(pid)
  return now !== undefined && sameIdentity(now, identity)
}

/**
 * Signals the process, or with `group` the whole group that it leads, if and only if it is still the recorded one.
 * False: it is not, or it has just gone.
 */
export async function signalProcess(
  pid: number,
  identity: Identity,
  signal: NodeJS.Signals,
  group = false,
): Promise<boolean> {
  if (!maySignal(pid) || !(await isSame(pid, identity))) return false
  const leads = group && process.platform !== 'win32' && (await leadsGroup(pid))
  try {
    return process.kill(leads ? -pid : pid, signal)
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false
    throw error
  }
}

async function leadsGroup(pid: number): Promise<boolean> {
  // Elsewhere it is known by construction: a service is spawned detached, as the leader of its own group.
  if (process.platform !== 'linux') return true
  return (await readStat(pid))?.group === pid
}
