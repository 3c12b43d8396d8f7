/** How much the terminals of an engine print. The kernel does not count that; it counts what each process writes, and what the engine reads. */
import { basename } from 'node:path'
import { printsToTerminal, readArguments, readIoCounts, readRssBytes } from '../process/proc.ts'
import type { EngineTerminal, TerminalGroup } from './terminals.ts'

export interface EngineLook {
  rssBytes: number
  /** Bytes that the engine has read since the terminals were looked at, from them and all else. */
  readBytes: number
}

export interface Printed {
  /** Since the last call, at most. */
  bytes: number
  /** The one that printed most of it. */
  group: TerminalGroup
}

export interface OutputMeter {
  /** Cheap: two small files of the kernel. Undefined when there is no such process. */
  look(enginePid: number): EngineLook | undefined
  /** By terminal. */
  printed(terminals: readonly EngineTerminal[]): Map<string, Printed>
}

export function makeOutputMeter(): OutputMeter {
  let engine = { pid: 0, read: 0 }
  let unread = 0
  let written = new Map<string, number>()
  return {
    look(pid) {
      const counts = readIoCounts(pid)
      if (!counts) return undefined
      unread += engine.pid === pid ? counts.read - engine.read : 0
      engine = { pid, read: counts.read }
      return { rssBytes: readRssBytes(pid), readBytes: unread }
    },
    printed(terminals) {
      const now = new Map<string, number>()
      const found = new Map(
        terminals.map(({ ptyID, groups }) => [ptyID, mostOf(groups, written, now, unread)]),
      )
      written = now
      unread = 0
      return found
    },
  }
}

/** Writers write to files too: what the engine has not read was not printed. */
function mostOf(
  groups: TerminalGroup[],
  before: ReadonlyMap<string, number>,
  now: Map<string, number>,
  read: number,
): Printed {
  const [first, ...others] = groups
    .map((group) => ({ group, bytes: bytesOf(group, before, now) }))
    .toSorted((a, b) => b.bytes - a.bytes)
  if (!first) throw new Error('a terminal has at least its shell')
  const bytes = others.reduce((total, other) => total + other.bytes, first.bytes)
  return { group: first.group, bytes: Math.min(read, bytes) }
}

function bytesOf(
  { members }: TerminalGroup,
  before: ReadonlyMap<string, number>,
  now: Map<string, number>,
): number {
  let bytes = 0
  for (const { pid, identity } of members) {
    const key = `${pid} ${identity.startTime}`
    const total = printsToTerminal(pid) ? (readIoCounts(pid)?.written ?? 0) : 0
    now.set(key, total)
    bytes += total - (before.get(key) ?? 0)
  }
  return bytes
}

/** What it is called by: the first word of its first process. */
export async function programOf({ members }: TerminalGroup): Promise<string> {
  const [name = ''] = (await readArguments(members[0]?.pid ?? 0)) ?? []
  return basename(name).replace(/^-/, '').slice(0, 80)
}
