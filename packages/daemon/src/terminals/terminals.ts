/**
 * The terminals of an engine, as the kernel sees them, and how to stop what runs in one. Linux alone: elsewhere no process can be proven to
 * be a terminal's.
 */
import { setTimeout } from 'node:timers/promises'
import { systemCode } from '../errors.ts'
import {
  listStats,
  readEnvironment,
  readPendingSignals,
  readStat,
  type ProcessStat,
} from '../process/proc.ts'
import type { Member } from '../process/tree.ts'
import { identityOf, isSame, sameIdentity, type Identity } from '../process/identity.ts'

export interface EngineTerminal {
  /** The engine's name for it, which it puts into the shell's environment. */
  ptyID: string
  shell: Member
  /** What runs in it: the commands that were started together, one with the keyboard; the shell is one, too. */
  groups: TerminalGroup[]
}

export interface TerminalGroup {
  id: number
  members: Member[]
  /** It has the keyboard. */
  isForeground: boolean
  /**
   * Shells that wait for it, the outermost first: they would take a stopped command for one that Ctrl-Z has put aside, and take the keyboard
   * back. For none in the background does anybody wait.
   */
  waiting: Member[]
  /** And with it those that wait. */
  isStopped: boolean
}

/** Only while the engine is still the process that is meant. */
export async function findTerminals(engine: {
  pid: number
  identity?: Identity | undefined
}): Promise<EngineTerminal[]> {
  if (process.platform !== 'linux') return []
  const stats = (await listStats()).filter((stat) => !stat.dead)
  const own = stats.find(({ pid }) => pid === engine.pid)
  if (!own || (engine.identity && !sameIdentity(identityOf(own), engine.identity))) return []
  const shells = stats.filter(
    (stat) => stat.parent === engine.pid && stat.session === stat.pid && stat.tty !== 0,
  )
  const found = await Promise.all(shells.map((shell) => terminalOf(shell, stats)))
  return found.filter((terminal) => terminal !== undefined)
}

async function terminalOf(shell: ProcessStat, stats: ProcessStat[]): Promise<EngineTerminal | undefined> {
  const ptyID = (await readEnvironment(shell.pid))?.get('KILO_PTY_ID')
  const within = stats.filter((stat) => stat.session === shell.pid && stat.tty === shell.tty)
  // Neither we nor who runs us is ever halted.
  const isOurs = within.some(({ pid }) => pid === process.pid || pid === process.ppid)
  if (ptyID === undefined || !/^[\w-]{1,100}$/.test(ptyID) || isOurs) return undefined
  const ids = [...new Set(within.map(({ group }) => group))]
  return { ptyID, shell: memberOf(shell), groups: ids.map((id) => groupOf(id, shell, within)) }
}

const memberOf = (stat: ProcessStat): Member => ({ pid: stat.pid, identity: identityOf(stat) })

function groupOf(id: number, shell: ProcessStat, within: ProcessStat[]): TerminalGroup {
  const members = within.filter(({ group }) => group === id)
  const isForeground = shell.foreground === id
  const waiting = isForeground ? waitingFor(members, shell, within) : []
  return {
    id,
    members: members.map(memberOf),
    isForeground,
    waiting: waiting.map(memberOf),
    isStopped: [...members, ...waiting].every(({ stopped }) => stopped),
  }
}

/** The shell, and what lies between it and the command; who starts another is the older one. */
function waitingFor(members: ProcessStat[], shell: ProcessStat, within: ProcessStat[]): ProcessStat[] {
  const byPid = new Map(within.map((stat) => [stat.pid, stat]))
  const found = new Set([shell])
  for (const member of members) {
    for (let one = byPid.get(member.parent); one; one = byPid.get(one.parent)) found.add(one)
  }
  return [...found]
    .filter((stat) => !members.includes(stat))
    .toSorted((a, b) => Number(a.startTime) - Number(b.startTime))
}

/** Stops those that wait, and only then the group, so that no shell notices. False: it is not what it was any more. */
export async function haltGroup({ shell }: EngineTerminal, group: TerminalGroup): Promise<boolean> {
  const now = await readStat(shell.pid)
  const isSameNow = now && sameIdentity(identityOf(now), shell.identity)
  if (!isSameNow || (now.foreground === group.id) !== group.isForeground) return false
  for (const { pid, identity } of group.waiting) {
    if (await isSame(pid, identity)) send(pid, 'SIGSTOP')
    await stopped(pid)
  }
  const halted = await signalGroup(group, ['SIGSTOP'])
  if (!halted) await wake(group)
  return halted
}

const LOOKS = 100

/** A signal is under way until its process has run: a shell that is not yet stopped would still hear of its command. */
async function stopped(pid: number): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const now = await readStat(pid)
    if (!now || now.dead || now.stopped) return
    await setTimeout(1)
  }
}

/**
 * Lets it go on: first the group, then those that wait, which find it running. `first`, and a Ctrl-Z that has come meanwhile: a process
 * that goes on would forget it.
 */
export async function resumeGroup(group: TerminalGroup, first: NodeJS.Signals[] = []): Promise<boolean> {
  const suspended = group.members.some(({ pid }) => readPendingSignals(pid).has(SIGTSTP))
  const went = await signalGroup(group, [...first, 'SIGCONT', ...(suspended ? (['SIGTSTP'] as const) : [])])
  await wake(group)
  return went
}

async function wake({ waiting }: TerminalGroup): Promise<void> {
  for (const { pid, identity } of waiting.toReversed()) if (await isSame(pid, identity)) send(pid, 'SIGCONT')
}

const SIGTSTP = 20
/** HUP, INT, QUIT, TERM, TSTP: somebody wants it to end, or to be put aside. */
const ENDINGS = [1, 2, 3, 15, SIGTSTP]

/** Whether somebody has pressed Ctrl-C (or the like) since it was halted: the kernel keeps that for when it goes on. */
export function isEndAwaited({ members, waiting }: TerminalGroup): boolean {
  return [...members, ...waiting].some(({ pid }) => {
    const pending = readPendingSignals(pid)
    return ENDINGS.some((number) => pending.has(number))
  })
}

/** The whole group, new children included, once one of its processes is proven to be in it still. */
async function signalGroup({ members, id }: TerminalGroup, names: NodeJS.Signals[]): Promise<boolean> {
  for (const { pid, identity } of members) {
    const now = await readStat(pid)
    if (now && now.group === id && sameIdentity(identityOf(now), identity)) {
      return names.every((name) => send(-id, name))
    }
  }
  return false
}

/** False: it has just gone, or belongs to another user (`sudo`). */
function send(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch (error) {
    if (systemCode(error) === 'ESRCH' || systemCode(error) === 'EPERM') return false
    throw error
  }
}
