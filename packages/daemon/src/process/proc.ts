import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { readFile, readlink } from 'node:fs/promises'

/*
 * What the kernel has at hand (stat, uptime, sockets) is read at once: 10 µs each, where a promise of the file system costs 150. Arguments
 * and environment lie in the other process's memory, whose lock may be held for long: those are waited for.
 */

/** Linux counts processor time and start times in hundredths of a second (USER_HZ) on every architecture it runs Node on. */
export const TICKS_PER_SECOND = 100

export interface ProcessStat {
  pid: number
  /**
   * A zombie counts as dead: it waits for its parent alone. Not so while threads of it (field 20) still end: until the last has, its port
   * is taken.
   */
  dead: boolean
  parent: number
  group: number
  session: number
  /** Stopped by a signal: SIGSTOP, Ctrl-Z. */
  stopped: boolean
  /** Number of its terminal; 0 without one. */
  tty: number
  /** The group that has its terminal's keyboard; -1 without a terminal. */
  foreground: number
  cpuTicks: number
  startTime: string
}

/** /proc/<pid>/stat; undefined when there is no such process (or no /proc). */
export async function readStat(pid: number): Promise<ProcessStat | undefined> {
  const text = readKernelText(`/proc/${pid}/stat`)
  return text === undefined ? undefined : parseStat(pid, text)
}

/** Field 2 is the program's name in brackets, and may itself hold spaces and brackets: count from the last one. */
export function parseStat(pid: number, text: string): ProcessStat | undefined {
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .trim()
    .split(' ')
  const field = (number: number) => fields[number - 3] ?? ''
  if (!/^\d+$/.test(field(22))) return undefined
  return {
    pid,
    dead: field(3) === 'X' || (field(3) === 'Z' && Number(field(20)) <= 1),
    parent: Number(field(4)),
    group: Number(field(5)),
    session: Number(field(6)),
    stopped: field(3) === 'T',
    tty: Number(field(7)),
    foreground: Number(field(8)),
    cpuTicks: Number(field(14)) + Number(field(15)),
    startTime: field(22),
  }
}

/** Its resident memory, which /proc/<pid>/stat counts in pages: of 4, 16 or 64 KiB, by the kernel. 0 for one that has just ended. */
export function readRssBytes(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s*(\d+) kB$/m.exec(readKernelText(`/proc/${pid}/status`) ?? '') ?? []
  return Number(kilobytes) * 1024
}

export interface IoCounts {
  /** Bytes that it has read and written by now, wherever. */
  read: number
  written: number
}

/** Undefined when there is no such process, or it is not ours to look into. */
export function readIoCounts(pid: number): IoCounts | undefined {
  const text = readKernelText(`/proc/${pid}/io`) ?? ''
  const [, read, written] = /^rchar: (\d+)\nwchar: (\d+)$/m.exec(text) ?? []
  return read === undefined ? undefined : { read: Number(read), written: Number(written) }
}

/** Signals (their numbers) that have come and not been seen to yet: those to a stopped process wait until it goes on. */
export function readPendingSignals(pid: number): ReadonlySet<number> {
  const text = readKernelText(`/proc/${pid}/status`) ?? ''
  const masks = [...text.matchAll(/^(?:Sig|Shd)Pnd:\s*([0-9a-f]+)$/gm)].map(([, mask]) => BigInt(`0x${mask}`))
  const all = masks.reduce((one, other) => one | other, 0n)
  return new Set(
    Array.from({ length: 31 }, (_, at) => at + 1).filter((signal) => (all >> BigInt(signal - 1)) & 1n),
  )
}

/** Whether it prints to a terminal, by either of its outputs. */
export function printsToTerminal(pid: number): boolean {
  return [1, 2].some((fd) => /^\/dev\/(pts\/|tty)/.test(readKernelLink(`/proc/${pid}/fd/${fd}`)))
}

/** Every process that this user may see. Empty where there is no /proc. */
export async function listStats(): Promise<ProcessStat[]> {
  const stats = await Promise.all(listPids().map(readStat))
  return stats.filter((stat) => stat !== undefined)
}

export function listPids(): number[] {
  return listNames('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

export async function readArguments(pid: number): Promise<string[] | undefined> {
  const text = await readText(`/proc/${pid}/cmdline`)
  return text ? text.replace(/\0$/, '').split('\0') : undefined
}

/** Where the process is now; undefined when it is gone or not ours to look at. */
export function readWorkingFolder(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined)
}

/** The environment that the process was started with; undefined when it is not ours to read. */
export async function readEnvironment(pid: number): Promise<Map<string, string> | undefined> {
  const text = await readText(`/proc/${pid}/environ`)
  if (text === undefined) return undefined
  const pairs = text.split('\0').map((pair): [string, string] => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), pair.slice(at + 1)]
  })
  return new Map(pairs)
}

/** Seconds since boot. */
export async function readUptime(): Promise<number> {
  return Number(readKernelText('/proc/uptime')?.split(' ')[0] ?? 0)
}

let bootId: string | undefined

/** Another after each boot; empty where the kernel has none. */
export function readBootId(): string {
  bootId ??= readKernelText('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
  return bootId
}

/** One by one, so that whoever looks for one stops where it is found. Nothing for a process that is not ours to look into. */
export function* heldSockets(pid: number): Generator<HeldSocket> {
  const folder = `/proc/${pid}/fd`
  for (const name of listNames(folder)) {
    const link = `${folder}/${name}`
    const inode = socketAt(link)
    if (inode !== undefined) yield { pid, link, inode }
  }
}

/** A socket that a process holds open, and where that is seen. */
export interface HeldSocket {
  pid: number
  link: string
  inode: string
}

/** The inode of the socket that this link of /proc leads to now. */
export function socketAt(link: string): string | undefined {
  return /^socket:\[(\d+)\]$/.exec(readKernelLink(link))?.[1]
}

function readKernelLink(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readKernelText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
