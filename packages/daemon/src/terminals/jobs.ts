import { listStats, readArguments, type ProcessStat } from '../process/proc.ts'
import { printable } from '../printable.ts'

/** What a terminal's end would end: a command at work in it. */
export interface TerminalJob {
  /** As it was called, its program without the path: `vim auth.ts`. 80 characters at most. */
  command: string
  /** The keys go to it; false: it was sent to the background. */
  foreground: boolean
}

const LONGEST = 80
const SHELLS = /^-?(?:ba|da|fi|z|k|mk|c|tc|pw|x?on|nu|el|rc|a)?sh$|^-?(?:nu|elvish|xonsh)$/

/**
 * What runs in terminals of the engine, by the pids of their shells; one at its prompt has nothing. Pids that are no terminal of this engine
 * are left out. Undefined where the platform does not tell (no /proc).
 */
export async function terminalJobs(
  engine: number,
  shells: readonly number[],
): Promise<Map<number, TerminalJob[]> | undefined> {
  const stats = await listStats()
  if (stats.length === 0) return undefined
  const jobs = new Map<number, TerminalJob[]>()
  for (const pid of shells) {
    const shell = stats.find((stat) => stat.pid === pid && stat.parent === engine && stat.session === pid)
    if (shell) jobs.set(pid, await jobsIn(shell, stats))
  }
  return jobs
}

async function jobsIn(shell: ProcessStat, stats: readonly ProcessStat[]): Promise<TerminalJob[]> {
  const own = (await readArguments(shell.pid)) ?? []
  const leaders = isAtPrompt(own) ? groupLeaders(shell, stats) : [shell, ...groupLeaders(shell, stats)]
  const jobs = await Promise.all(
    leaders.map(async ({ pid, group }) => ({
      command: nameCommand((await readArguments(pid)) ?? []),
      foreground: group === shell.foreground,
    })),
  )
  return jobs
    .filter(({ command }) => command !== '')
    .toSorted((a, b) => Number(b.foreground) - Number(a.foreground))
}

/** One process of each job of the shell: the group's leader, or another where that has ended (`seq 9 | less`). Pure. */
export function groupLeaders(
  shell: Pick<ProcessStat, 'pid' | 'group'>,
  stats: readonly ProcessStat[],
): ProcessStat[] {
  const groups = new Map<number, ProcessStat>()
  for (const stat of stats) {
    if (stat.dead || stat.session !== shell.pid || stat.group === shell.group) continue
    if (stat.pid === stat.group || !groups.has(stat.group)) groups.set(stat.group, stat)
  }
  return [...groups.values()]
}

/** A shell that was given nothing but options waits for the user; `bash build.sh` and `vim` in its place are work. Pure. */
export function isAtPrompt([program = '', ...args]: readonly string[]): boolean {
  const isScript = args.some((arg) => !arg.startsWith('-') || /^-[a-z]*c$/.test(arg))
  return SHELLS.test(baseName(program)) && !isScript
}

/** How people call it. Pure. */
export function nameCommand([program = '', ...args]: readonly string[]): string {
  const text = printable([baseName(program), ...args].join(' '))
    .replace(/\s+/g, ' ')
    .trim()
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
